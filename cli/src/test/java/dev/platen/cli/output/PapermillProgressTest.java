package dev.platen.cli.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonObject;
import dev.platen.notebook.CodeCell;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PapermillProgressTest {
  @Test
  void whereNobodyLooksItsLastStateIsALineWithTheCellsOwnWord() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    PapermillProgress bar =
        new PapermillProgress(Terminal.of(OutputStream.nullOutputStream(), err), 4, clock);
    String source = "# papermill_description=TRAINING the model\n1";
    bar.cellStarted(1, CodeCell.of("c", source, JsonObject.EMPTY));
    bar.close();
    assertThat(err.toString(UTF_8)).startsWith("Executing TRAINING:  25%|██▌       | 1/4 [00:00<");
  }
}

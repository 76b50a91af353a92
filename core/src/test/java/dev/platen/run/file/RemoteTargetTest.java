package dev.platen.run.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.json.NotebookReader;
import dev.platen.storage.Storage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class RemoteTargetTest {
  /** Keeps what is written, when it is let. */
  private static final class SlowStorage implements Storage {
    private final List<String> written = new CopyOnWriteArrayList<>();
    private final Semaphore gate = new Semaphore(0);
    private volatile boolean refuses;

    @Override
    public byte[] read(String place) {
      throw new AssertionError("nobody reads");
    }

    @Override
    public void write(String place, byte[] content) throws InterruptedException {
      gate.acquire();
      if (refuses) {
        throw Fault.of(FaultKind.STORAGE_DENIED, "refused").where(place);
      }
      String text = new String(content, StandardCharsets.UTF_8);
      written.add(text.replaceAll("(?s).*state-(\\d+).*", "$1"));
    }
  }

  private final SlowStorage storage = new SlowStorage();
  private final RemoteTarget target =
      RemoteTarget.open(
          "s3://bucket/out.ipynb", storage, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

  private static Notebook state(int number) {
    String json =
        "{\"cells\": [], \"metadata\": {\"x\": \"state-%d\"}, \"nbformat\": 4, \"nbformat_minor\": 5}"
            .formatted(number);
    return NotebookReader.read(json.getBytes(StandardCharsets.UTF_8), "test");
  }

  @Test
  void theNetworkHoldsNobodyUpAndTheEndIsWhatStays() {
    storage.gate.release();
    target.draft(state(1));
    assertThat(storage.written).containsExactly("1");
    assertThat(target.takesDrafts()).isTrue();

    target.draft(state(2));
    assertThat(target.takesDrafts()).isFalse();
    assertThat(storage.written).containsExactly("1");

    storage.gate.release();
    await().until(target::takesDrafts);
    target.draft(state(3));
    storage.gate.release(2);
    target.finish(state(4));
    target.close();
    assertThat(storage.written).containsExactly("1", "2", "3", "4");
  }

  @Test
  void whatCannotBeWrittenIsKnownBeforeTheCellsRun() {
    storage.refuses = true;
    storage.gate.release();
    assertThatThrownBy(() -> target.draft(state(1))).hasMessage("refused");
    target.close();
  }

  @Test
  void aDraftThatFailedIsToldWithTheNext() {
    storage.gate.release();
    target.draft(state(1));
    storage.refuses = true;
    target.draft(state(2));
    storage.gate.release();
    await().until(target::takesDrafts);
    assertThatThrownBy(() -> target.draft(state(3))).hasMessage("refused");
    storage.refuses = false;
    storage.gate.release();
    target.finish(state(4));
    target.close();
    assertThat(storage.written).containsExactly("1", "4");
  }

  @Test
  void anEndThatIsRefusedIsAnErrorAndStaysHere() throws IOException {
    storage.refuses = true;
    storage.gate.release();
    Fault fault = catchThrowableOfType(Fault.class, () -> target.finish(state(4)));
    target.close();
    String found = fault.describe().lines().filter(l -> l.contains("saved as")).findFirst().get();
    Path copy = Path.of(found.substring(found.indexOf("saved as ") + 9));
    assertThat(copy).content().contains("state-4");
    Files.delete(copy);
    Files.delete(copy.getParent());
  }
}

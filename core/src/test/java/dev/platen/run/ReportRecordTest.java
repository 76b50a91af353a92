package dev.platen.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonObject;
import dev.platen.report.ReportOptions;
import org.junit.jupiter.api.Test;

class ReportRecordTest {
  @Test
  void whatIsWrittenIsRead() {
    for (ReportOptions.Code code : ReportOptions.Code.values()) {
      for (ReportOptions.Theme theme : ReportOptions.Theme.values()) {
        for (ReportOptions.Scripts scripts : ReportOptions.Scripts.values()) {
          ReportOptions options = new ReportOptions(code, "de", theme, scripts);
          assertThat(ReportRecord.read(ReportRecord.write(options))).isEqualTo(options);
        }
      }
    }
  }

  @Test
  void whatAnOlderOrANewerPlatenRecordedIsAsUsual() {
    assertThat(ReportRecord.read(JsonObject.EMPTY)).isEqualTo(ReportOptions.DEFAULT);
    assertThat(ReportRecord.read(JsonObject.build(o -> o.put("code", "upside down"))))
        .isEqualTo(ReportOptions.DEFAULT);
  }
}

package dev.platen.study.export.parquet;

import dev.platen.study.export.table.Column;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one data page of a column: which rows have a value, as runs of equal definition levels, then
 * the values, plain. Everything is little-endian.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/data-pages/encodings/">encodings</a>
 */
final class ColumnPage {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private ColumnPage() {}

  static byte[] of(Column column) {
    ColumnPage page = new ColumnPage();
    byte[] levels = levels(column.values());
    page.fixed(Integer.BYTES, levels.length);
    page.out.writeBytes(levels);
    switch (column.type()) {
      case FLAG -> page.flags(column.values());
      case WHOLE, NUMBER, TEXT, TIME -> column.values().forEach(page::value);
    }
    return page.out.toByteArray();
  }

  private void value(@Nullable Object value) {
    if (value instanceof Long whole) {
      fixed(Long.BYTES, whole);
    } else if (value instanceof Double number) {
      fixed(Long.BYTES, Double.doubleToLongBits(number));
    } else if (value instanceof Instant time) {
      fixed(Long.BYTES, time.toEpochMilli());
    } else if (value instanceof String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      fixed(Integer.BYTES, bytes.length);
      out.writeBytes(bytes);
    }
  }

  /** Eight to a byte, the first in its lowest bit. */
  private void flags(List<@Nullable Object> values) {
    int bits = 0;
    int count = 0;
    for (Object value : values) {
      if (value instanceof Boolean flag) {
        bits |= flag ? 1 << count : 0;
        count++;
        if (count == Byte.SIZE) {
          out.write(bits);
          bits = count = 0;
        }
      }
    }
    if (count > 0) {
      out.write(bits);
    }
  }

  /** 1 where there is a value, else 0; a run is its length, doubled, and the level. */
  private static byte[] levels(List<@Nullable Object> values) {
    ByteArrayOutputStream levels = new ByteArrayOutputStream();
    int start = 0;
    for (int i = 1; i <= values.size(); i++) {
      boolean isPresent = values.get(start) != null;
      if (i == values.size() || (values.get(i) != null) != isPresent) {
        int header = (i - start) << 1;
        while (header > 0x7f) {
          levels.write((header & 0x7f) | 0x80);
          header >>>= 7;
        }
        levels.write(header);
        levels.write(isPresent ? 1 : 0);
        start = i;
      }
    }
    return levels.toByteArray();
  }

  private void fixed(int bytes, long value) {
    ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    out.write(buffer.putLong(0, value).array(), 0, bytes);
  }
}

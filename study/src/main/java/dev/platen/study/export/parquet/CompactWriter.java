package dev.platen.study.export.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes structures in Thrift's compact protocol, as far as Parquet's footer and page headers need
 * it.
 *
 * @see <a
 *     href="https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md">the
 *     protocol</a>
 */
final class CompactWriter {
  private static final int I32 = 5;
  private static final int I64 = 6;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int STRUCT = 12;
  private static final int SHORT_LIST = 15;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** By structure that isn't ended the number of its last field. */
  private final Deque<Integer> lastFields = new ArrayDeque<>(List.of(0));

  /** One whole structure. */
  static byte[] struct(Consumer<CompactWriter> fields) {
    CompactWriter writer = new CompactWriter();
    fields.accept(writer);
    writer.out.write(0);
    return writer.out.toByteArray();
  }

  CompactWriter i32(int field, int value) {
    return number(field, I32, value);
  }

  CompactWriter i64(int field, long value) {
    return number(field, I64, value);
  }

  private CompactWriter number(int field, int type, long value) {
    head(field, type);
    zigzag(value);
    return this;
  }

  CompactWriter text(int field, String value) {
    head(field, BINARY);
    text(value);
    return this;
  }

  CompactWriter struct(int field, Consumer<CompactWriter> fields) {
    head(field, STRUCT);
    struct(this, fields);
    return this;
  }

  CompactWriter structs(int field, List<Consumer<CompactWriter>> all) {
    head(field, LIST);
    listHead(all.size(), STRUCT);
    all.forEach(fields -> struct(this, fields));
    return this;
  }

  CompactWriter numbers(int field, List<Integer> all) {
    head(field, LIST);
    listHead(all.size(), I32);
    all.forEach(this::zigzag);
    return this;
  }

  CompactWriter texts(int field, List<String> all) {
    head(field, LIST);
    listHead(all.size(), BINARY);
    all.forEach(this::text);
    return this;
  }

  private static void struct(CompactWriter writer, Consumer<CompactWriter> fields) {
    writer.lastFields.push(0);
    fields.accept(writer);
    writer.lastFields.pop();
    writer.out.write(0);
  }

  /** Fields come in ascending order, so that their numbers are small steps. */
  private void head(int field, int type) {
    int step = field - lastFields.pop();
    lastFields.push(field);
    if (step < 1 || step > SHORT_LIST) {
      throw new IllegalArgumentException("field " + field + " out of order");
    }
    out.write((step << 4) | type);
  }

  private void listHead(int size, int type) {
    if (size < SHORT_LIST) {
      out.write((size << 4) | type);
    } else {
      out.write((SHORT_LIST << 4) | type);
      varint(size);
    }
  }

  private void text(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    varint(bytes.length);
    out.writeBytes(bytes);
  }

  private void zigzag(long value) {
    varint((value << 1) ^ (value >> 63));
  }

  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}

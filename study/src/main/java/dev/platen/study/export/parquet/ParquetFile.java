package dev.platen.study.export.parquet;

import dev.platen.study.export.table.Column;
import dev.platen.study.export.table.ColumnType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A table as a Parquet file of the plainest kind: one row group, a page a column, no compression.
 * Every reader takes it. A text is UTF-8, a time milliseconds in UTC; every column may lack values.
 *
 * @see <a
 *     href="https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift">
 *     parquet.thrift, which numbers all fields and enums</a>
 */
public final class ParquetFile {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int DATA_PAGE = 0;
  private static final int PLAIN = 0;
  private static final int RLE = 3;
  private static final int UNCOMPRESSED = 0;
  private static final int OPTIONAL = 1;
  private static final int BOOLEAN = 0;
  private static final int INT64 = 2;
  private static final int DOUBLE = 5;
  private static final int BYTE_ARRAY = 6;
  private static final int UTF8 = 0;
  private static final int TIMESTAMP_MILLIS = 9;

  private final List<Column> columns;
  private final int rows;
  private final OutputStream out;
  private final List<Consumer<CompactWriter>> chunks = new ArrayList<>();
  private long position;

  private ParquetFile(List<Column> columns, OutputStream out) {
    this.columns = columns;
    this.rows = columns.get(0).values().size();
    this.out = out;
  }

  /**
   * Writes one.
   *
   * @param columns at least one, all of the same length
   * @param creator the program's name and version
   */
  public static void write(List<Column> columns, String creator, OutputStream out)
      throws IOException {
    new ParquetFile(columns, out).write(creator);
  }

  private void write(String creator) throws IOException {
    put(MAGIC);
    long begin = position;
    for (Column column : columns) {
      chunk(column);
    }
    long bytes = position - begin;
    byte[] footer =
        CompactWriter.struct(
            f -> {
              f.i32(1, 1).structs(2, schema()).i64(3, rows);
              f.structs(4, List.of(g -> g.structs(1, chunks).i64(2, bytes).i64(3, rows)));
              f.text(6, creator);
            });
    put(footer);
    put(
        ByteBuffer.allocate(Integer.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(footer.length)
            .array());
    put(MAGIC);
  }

  private void chunk(Column column) throws IOException {
    byte[] page = ColumnPage.of(column);
    byte[] head =
        CompactWriter.struct(
            p ->
                p.i32(1, DATA_PAGE)
                    .i32(2, page.length)
                    .i32(3, page.length)
                    .struct(5, d -> d.i32(1, rows).i32(2, PLAIN).i32(3, RLE).i32(4, RLE)));
    long start = position;
    put(head);
    put(page);
    long size = position - start;
    chunks.add(
        c ->
            c.i64(2, start)
                .struct(
                    3,
                    m ->
                        m.i32(1, physical(column.type()))
                            .numbers(2, List.of(PLAIN, RLE))
                            .texts(3, List.of(column.name()))
                            .i32(4, UNCOMPRESSED)
                            .i64(5, rows)
                            .i64(6, size)
                            .i64(7, size)
                            .i64(9, start)));
  }

  /** The root, then its columns. */
  private List<Consumer<CompactWriter>> schema() {
    List<Consumer<CompactWriter>> schema = new ArrayList<>();
    schema.add(root -> root.text(4, "runs").i32(5, columns.size()));
    for (Column column : columns) {
      schema.add(
          s -> {
            s.i32(1, physical(column.type())).i32(3, OPTIONAL).text(4, column.name());
            if (column.type() == ColumnType.TEXT) {
              s.i32(6, UTF8);
            } else if (column.type() == ColumnType.TIME) {
              s.i32(6, TIMESTAMP_MILLIS);
            }
          });
    }
    return schema;
  }

  private static int physical(ColumnType type) {
    return switch (type) {
      case FLAG -> BOOLEAN;
      case WHOLE, TIME -> INT64;
      case NUMBER -> DOUBLE;
      case TEXT -> BYTE_ARRAY;
    };
  }

  private void put(byte[] bytes) throws IOException {
    out.write(bytes);
    position += bytes.length;
  }
}

package dev.platen.javakernel;

import dev.platen.display.Shown;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonReader;
import dev.platen.json.JsonSyntaxException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** What values look like in a notebook. */
final class Values {
  private static final int LONGEST = 100_000;
  private static final int PIXELS_PER_POINT = 2;

  private Values() {}

  static MimeBundle bundle(@Nullable Object value) {
    if (value instanceof Shown shown) {
      return shown(shown);
    }
    if (value instanceof BufferedImage image) {
      return image(image, image.getWidth(), image.getHeight());
    }
    Optional<MimeBundle> drawn = value == null ? Optional.empty() : drawn(value);
    if (drawn.isPresent()) {
      return drawn.get();
    }
    JsonObject plain = JsonObject.build(o -> o.put("text/plain", text(value)));
    JsonObject data =
        ValueTable.of(value)
            .map(
                table ->
                    JsonObject.build(
                        o -> o.put("text/html", table.html()).put("text/plain", table.text())))
            .orElse(plain);
    return new MimeBundle(data, JsonObject.EMPTY);
  }

  static String text(@Nullable Object value) {
    String text = value instanceof Object[] array ? Arrays.deepToString(array) : plain(value);
    return text.length() <= LONGEST
        ? text
        : text.substring(0, LONGEST) + " … (" + text.length() + " characters)";
  }

  private static String plain(@Nullable Object value) {
    if (value == null || !value.getClass().isArray()) {
      // Twice: toString() may give null.
      return String.valueOf((Object) String.valueOf(value));
    }
    return IntStream.range(0, Array.getLength(value))
        .mapToObj(i -> String.valueOf(Array.get(value, i)))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static MimeBundle shown(Shown shown) {
    JsonObject data =
        JsonObject.build(
            o -> {
              if (shown.mimeType().equals("application/json")) {
                try {
                  o.put(shown.mimeType(), JsonReader.read(shown.data()));
                } catch (JsonSyntaxException e) {
                  throw new IllegalArgumentException("this is no JSON: " + e.getMessage(), e);
                }
              } else {
                o.put(shown.mimeType(), shown.data());
              }
              o.put("text/plain", shown.mimeType());
            });
    return new MimeBundle(data, JsonObject.EMPTY);
  }

  /** What draws itself, as XChart's charts do: {@code paint(Graphics2D, int, int)} and a size. */
  private static Optional<MimeBundle> drawn(Object value) {
    try {
      Class<?> type = value.getClass();
      Method paint = type.getMethod("paint", Graphics2D.class, int.class, int.class);
      int width = (int) type.getMethod("getWidth").invoke(value);
      int height = (int) type.getMethod("getHeight").invoke(value);
      BufferedImage image =
          new BufferedImage(
              width * PIXELS_PER_POINT, height * PIXELS_PER_POINT, BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = image.createGraphics();
      graphics.scale(PIXELS_PER_POINT, PIXELS_PER_POINT);
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      paint.invoke(value, graphics, width, height);
      graphics.dispose();
      return Optional.of(image(image, width, height));
    } catch (NoSuchMethodException e) {
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("can't draw a " + value.getClass().getName(), e);
    }
  }

  private static MimeBundle image(BufferedImage image, int width, int height) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new MimeBundle(
        JsonObject.build(
            o ->
                o.put("image/png", Base64.getEncoder().encodeToString(png.toByteArray()))
                    .put("text/plain", "image of " + width + " × " + height)),
        JsonObject.build(
            o ->
                o.put(
                    "image/png",
                    JsonObject.build(size -> size.put("width", width).put("height", height)))));
  }
}

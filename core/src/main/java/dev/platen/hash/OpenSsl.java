package dev.platen.hash;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 by OpenSSL's libcrypto (its manual page EVP_DigestInit), which uses what the processor
 * has for it: ten times as fast as Java's own in a JVM without the second compiler, the one that
 * knows these instructions. Reached through {@code java.lang.foreign}, which is final since Java 22
 * (JEP 454), by reflection since Platen is compiled for Java 17.
 */
final class OpenSsl {
  private static final List<String> LIBRARIES =
      List.of("libcrypto.so.3", "libcrypto.so.4", "libcrypto.so.1.1");

  private static final String FOREIGN = "java.lang.foreign.";
  private static final Module OWN = OpenSsl.class.getModule();

  /** Loaded by whoever asks first: it takes some ten milliseconds. */
  private static final class Loaded {
    static final Optional<OpenSsl> ONE =
        LIBRARIES.stream().flatMap(library -> in(library).stream()).findFirst();
  }

  /** Whether it is loaded, or was found not to be there. */
  private static final AtomicBoolean ASKED = new AtomicBoolean();

  private final MethodHandle segmentOf;
  private final Object none;
  private final Object sha256;
  private final MethodHandle create;
  private final MethodHandle init;
  private final MethodHandle update;
  private final MethodHandle end;
  private final MethodHandle free;

  /** Empty where there is no such library, or the Java is older than 22. */
  static Optional<OpenSsl> find() {
    Optional<OpenSsl> found = Loaded.ONE;
    ASKED.set(true);
    return found;
  }

  /** Empty also as long as it wasn't worth anybody's while to load it. */
  static Optional<OpenSsl> ifLoaded() {
    return ASKED.get() ? Loaded.ONE : Optional.empty();
  }

  private static Optional<OpenSsl> in(String library) {
    try {
      // Without this right Java would warn at every start.
      boolean mayCall = (boolean) Module.class.getMethod("isNativeAccessEnabled").invoke(OWN);
      return mayCall ? Optional.of(new OpenSsl(new Linking(library))) : Optional.empty();
    } catch (ReflectiveOperationException | RuntimeException | LinkageError absent) {
      // An older Java, another system, a library without one of the functions.
      return Optional.empty();
    }
  }

  private OpenSsl(Linking linking) throws ReflectiveOperationException {
    Object pointer = linking.layout("ADDRESS");
    Object size = linking.layout("JAVA_LONG");
    Object success = linking.layout("JAVA_INT");
    segmentOf = linking.segmentOf();
    none = linking.none();
    sha256 = pointer(linking.function("EVP_sha256", pointer));
    create = linking.function("EVP_MD_CTX_new", pointer);
    init = linking.function("EVP_DigestInit_ex", success, pointer, pointer, pointer);
    update = linking.function("EVP_DigestUpdate", success, pointer, pointer, size);
    end = linking.function("EVP_DigestFinal_ex", success, pointer, pointer, pointer);
    free = linking.function("EVP_MD_CTX_free", null, pointer);
  }

  private static Object pointer(MethodHandle function) {
    try {
      return (Object) function.invokeExact();
    } catch (Throwable failed) {
      throw unexpected(failed);
    }
  }

  Digest begin() {
    return new Digest();
  }

  /** One hash in the making. */
  final class Digest implements AutoCloseable {
    private final Object context;

    private Digest() {
      context = pointer(create);
      check(context.equals(none) ? 0 : 1);
      try {
        check((int) init.invokeExact(context, sha256, none));
      } catch (Throwable failed) {
        throw unexpected(failed);
      }
    }

    void update(byte[] bytes, int length) {
      try {
        Object segment = (Object) segmentOf.invokeExact(bytes);
        check((int) update.invokeExact(context, segment, (long) length));
      } catch (Throwable failed) {
        throw unexpected(failed);
      }
    }

    byte[] end() {
      byte[] hash = new byte[32];
      try {
        Object segment = (Object) segmentOf.invokeExact(hash);
        check((int) end.invokeExact(context, segment, none));
      } catch (Throwable failed) {
        throw unexpected(failed);
      }
      return hash;
    }

    @Override
    public void close() {
      try {
        free.invokeExact(context);
      } catch (Throwable failed) {
        throw unexpected(failed);
      }
    }
  }

  private static void check(int success) {
    if (success != 1) {
      throw new IllegalStateException("OpenSSL refuses to hash");
    }
  }

  private static RuntimeException unexpected(Throwable failed) {
    if (failed instanceof Error error) {
      throw error;
    }
    return failed instanceof RuntimeException known ? known : new IllegalStateException(failed);
  }

  /** What {@code java.lang.foreign} is asked for. Of its objects this Java knows no types. */
  private static final class Linking {
    private final Object linker;
    private final Object lookup;
    private final Object options;

    Linking(String library) throws ReflectiveOperationException {
      Class<?> arena = type("Arena");
      Object global = arena.getMethod("global").invoke(null);
      linker = type("Linker").getMethod("nativeLinker").invoke(null);
      lookup =
          type("SymbolLookup")
              .getMethod("libraryLookup", String.class, arena)
              .invoke(null, library, global);
      Class<?> option = type("Linker$Option");
      options = Array.newInstance(option, 1);
      // The arrays stay where they are meanwhile: nothing is copied.
      Array.set(options, 0, option.getMethod("critical", boolean.class).invoke(null, true));
    }

    Object layout(String name) throws ReflectiveOperationException {
      return type("ValueLayout").getField(name).get(null);
    }

    Object none() throws ReflectiveOperationException {
      return type("MemorySegment").getField("NULL").get(null);
    }

    /** Of a byte array. */
    MethodHandle segmentOf() throws ReflectiveOperationException {
      Method method = type("MemorySegment").getMethod("ofArray", byte[].class);
      return MethodHandles.publicLookup()
          .unreflect(method)
          .asType(MethodType.methodType(Object.class, byte[].class));
    }

    /**
     * A function of the library's, which takes and gives pointers as objects.
     *
     * @param result null for none
     */
    MethodHandle function(String name, @Nullable Object result, Object... parameters)
        throws ReflectiveOperationException {
      Optional<?> symbol =
          (Optional<?>) type("SymbolLookup").getMethod("find", String.class).invoke(lookup, name);
      Class<?> layouts = type("MemoryLayout").arrayType();
      Class<?> descriptor = type("FunctionDescriptor");
      Object array = Array.newInstance(type("MemoryLayout"), parameters.length);
      System.arraycopy(parameters, 0, array, 0, parameters.length);
      Object shape =
          result == null
              ? descriptor.getMethod("ofVoid", layouts).invoke(null, array)
              : descriptor
                  .getMethod("of", type("MemoryLayout"), layouts)
                  .invoke(null, result, array);
      Method downcall =
          type("Linker")
              .getMethod("downcallHandle", type("MemorySegment"), descriptor, options.getClass());
      MethodHandle handle =
          (MethodHandle) downcall.invoke(linker, symbol.orElseThrow(), shape, options);
      return handle.asType(handle.type().erase());
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
      return Class.forName(FOREIGN + name);
    }
  }
}

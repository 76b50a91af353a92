package dev.platen.javakernel;

import dev.platen.display.Display;
import dev.platen.display.Shown;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;
import jdk.jshell.spi.ExecutionControl.EngineTerminationException;
import jdk.jshell.spi.ExecutionControl.InternalException;

/**
 * The classes of a notebook: its snippets, its class path, and the JDK. Of the kernel's own it sees
 * {@code dev.platen.display} only, so that no library of the kernel's stands in the way of one of
 * the notebook's.
 */
final class UserClasses implements LoaderDelegate, AutoCloseable {
  private static final List<Class<?>> SHARED = List.of(Display.class, Shown.class);

  private final Path folder;
  private final SnippetLoader loader;

  /**
   * Those of a new notebook.
   *
   * @param folder empty, for what is compiled
   */
  UserClasses(Path folder) {
    this.folder = folder;
    try {
      for (Class<?> shared : SHARED) {
        copy(shared);
      }
      loader = new SnippetLoader(new URL[] {folder.toUri().toURL()});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ClassLoader loader() {
    return loader;
  }

  Path folder() {
    return folder;
  }

  @Override
  public void load(ClassBytecodes[] snippets) throws ClassInstallException {
    boolean[] loaded = new boolean[snippets.length];
    try {
      for (ClassBytecodes snippet : snippets) {
        loader.snippets.put(snippet.name(), snippet.bytecodes());
      }
      for (int i = 0; i < snippets.length; i++) {
        loader.loadClass(snippets[i].name());
        loaded[i] = true;
      }
    } catch (ClassNotFoundException | LinkageError e) {
      throw new ClassInstallException("can't load: " + e, loaded);
    }
  }

  @Override
  public void classesRedefined(ClassBytecodes[] snippets) {
    // They never are: jshell replaces them by classes of other names.
  }

  @Override
  public void addToClasspath(String path) throws EngineTerminationException, InternalException {
    try {
      loader.addURL(Path.of(path).toUri().toURL());
    } catch (MalformedURLException e) {
      throw new InternalException(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Class<?> findClass(String name) throws ClassNotFoundException {
    return loader.loadClass(name);
  }

  /** Whether code of this class runs already: it can't become another. */
  boolean isInUse(String name) {
    return loader.isLoaded(name);
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }

  /** For the compiler, which reads files. */
  private void copy(Class<?> shared) throws IOException {
    String file = shared.getName().replace('.', '/') + ".class";
    Path target = folder.resolve(file);
    Files.createDirectories(Objects.requireNonNull(target.getParent()));
    try (InputStream in =
        Objects.requireNonNull(shared.getClassLoader().getResourceAsStream(file))) {
      Files.copy(in, target);
    }
  }

  /** Snippets by name, the rest from the class path. */
  private static final class SnippetLoader extends URLClassLoader {
    private final Map<String, byte[]> snippets = new HashMap<>();

    SnippetLoader(URL[] urls) {
      super(urls, new SharedLoader());
    }

    @Override
    protected void addURL(URL url) {
      super.addURL(url);
    }

    boolean isLoaded(String name) {
      return findLoadedClass(name) != null;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = snippets.get(name);
      return bytes == null ? super.findClass(name) : defineClass(name, bytes, 0, bytes.length);
    }
  }

  /** The JDK and what kernel and notebook share. */
  private static final class SharedLoader extends ClassLoader {
    SharedLoader() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      return SHARED.stream()
          .filter(each -> each.getName().equals(name))
          .findFirst()
          .orElseThrow(() -> new ClassNotFoundException(name));
    }
  }
}

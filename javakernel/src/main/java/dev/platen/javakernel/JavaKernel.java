package dev.platen.javakernel;

import dev.platen.json.JsonObject;
import dev.platen.json.JsonReader;
import dev.platen.json.JsonSyntaxException;
import dev.platen.kernel.ConnectionInfo;
import dev.platen.message.MessageFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;

/**
 * The kernel's process: {@code -f CONNECTION_FILE}, as every kernel is started. It ends by a
 * shutdown request.
 */
public final class JavaKernel {
  private JavaKernel() {}

  /**
   * Serves the clients of one connection file until one of them ends it.
   *
   * @throws IOException if the file can't be read, or an address in it is taken
   * @throws JsonSyntaxException if the file is no JSON
   * @throws InterruptedException never: an interrupt is a cell's
   */
  public static void main(String[] arguments)
      throws IOException, JsonSyntaxException, InterruptedException {
    if (arguments.length != 2 || !arguments[0].equals("-f")) {
      throw new IllegalArgumentException("a kernel is started with -f CONNECTION_FILE");
    }
    // No window: pictures only.
    System.setProperty("java.awt.headless", "true");
    SessionFolder folder = SessionFolder.make(Path.of(System.getProperty("java.io.tmpdir")));
    // Whatever ends the process but a kill: a request, a cell's System.exit, a signal.
    Runtime.getRuntime().addShutdownHook(new Thread(folder::close));
    JsonObject file = (JsonObject) JsonReader.read(Files.readAllBytes(Path.of(arguments[1])));
    MessageFactory messages = new MessageFactory(UUID.randomUUID().toString(), Clock.systemUTC());
    endWithParent();
    int code;
    try (Sockets sockets = new Sockets(ConnectionInfo.parse(file));
        Outputs outputs = new Outputs(sockets, messages);
        JavaSession session = new JavaSession(folder, outputs::note)) {
      Thread.setDefaultUncaughtExceptionHandler(
          (thread, thrown) -> outputs.note(Errors.ofThread(thread, thrown, session.places())));
      code = new Requests(sockets, outputs, session, messages).serve();
    }
    // Threads that a cell has left running don't keep the kernel.
    System.exit(code);
  }

  /**
   * Jupyter's own clients name the process that started them; without it nobody can ask anything.
   */
  private static void endWithParent() {
    String parent = System.getenv("JPY_PARENT_PID");
    if (parent != null && parent.matches("\\d{1,9}")) {
      ProcessHandle.of(Long.parseLong(parent))
          .ifPresent(
              process -> {
                var unused = process.onExit().thenRun(() -> System.exit(1));
              });
    }
  }
}

package dev.platen.kernel.launch;

import dev.platen.fault.Fault;
import dev.platen.json.JsonObject;
import dev.platen.kernel.ConnectionInfo;
import dev.platen.kernel.KernelClient;
import dev.platen.kernel.KernelEvent;
import dev.platen.kernel.LaunchRequest;
import dev.platen.kernel.zmq.CurveKeyPair;
import dev.platen.kernel.zmq.ZmqConnection;
import dev.platen.kernelspec.KernelSpec;
import dev.platen.message.Channel;
import dev.platen.message.KernelInfoReply;
import dev.platen.message.Message;
import dev.platen.message.MessageFactory;
import dev.platen.message.MessageTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A kernel in a process of this machine. */
final class LocalKernel implements KernelClient {
  private static final Duration PORT_POLL = Duration.ofMillis(2);
  private static final Duration NUDGE = Duration.ofMillis(200);
  private static final Duration SHUTDOWN_GRACE = Duration.ofSeconds(5);
  private static final Duration TERM_GRACE = Duration.ofMillis(2500);

  private final LaunchRequest request;
  private final KernelProcess process;
  private final ConnectionFile connectionFile;
  private final ZmqConnection connection;
  private final MessageFactory messages;
  private final BlockingQueue<KernelEvent> events = new LinkedBlockingQueue<>();
  private @Nullable KernelInfoReply info;
  private boolean shutdownRequested;

  private LocalKernel(
      LaunchRequest request,
      KernelProcess process,
      ConnectionFile connectionFile,
      ConnectionInfo connectionInfo,
      MessageFactory messages) {
    this.request = request;
    this.process = process;
    this.connectionFile = connectionFile;
    this.messages = messages;
    this.connection =
        new ZmqConnection(
            connectionInfo,
            (channel, message) -> events.add(new KernelEvent.Received(channel, message)),
            this::note);
    process.onExit(
        code -> {
          connection.finish();
          events.add(new KernelEvent.Exited(code));
        });
  }

  /** Starts the process, connects, and waits for its first answer on shell and on iopub. */
  static LocalKernel launch(LaunchRequest request, BooleanSupplier givenUp, Clock clock)
      throws InterruptedException {
    StartLimits limits = StartLimits.of(request, givenUp, clock);
    KernelSpec spec = request.spec();
    KernelProcess process = null;
    ConnectionFile file = null;
    try {
      ConnectionInfo chosen =
          Ports.choose(
              spec,
              UUID.randomUUID().toString(),
              spec.supportsCurve() ? Optional.of(CurveKeyPair.generate()) : Optional.empty());
      file = ConnectionFile.create(chosen, spec.name());
      process =
          KernelProcess.start(
              KernelCommand.arguments(spec, file.path()),
              file.path(),
              request.workingDir(),
              environment(request),
              request.log());
      ConnectionInfo bound = awaitPorts(process, file, chosen, limits);
      MessageFactory messages = new MessageFactory(UUID.randomUUID().toString(), clock);
      LocalKernel kernel = new LocalKernel(request, process, file, bound, messages);
      kernel.awaitReady(limits);
      return kernel;
    } catch (IOException e) {
      abandon(process, file);
      throw LocalKernels.noStart(request, String.valueOf(e.getMessage())).cause(e);
    } catch (Fault | InterruptedException e) {
      abandon(process, file);
      throw e;
    }
  }

  private static void abandon(@Nullable KernelProcess process, @Nullable ConnectionFile file) {
    if (process != null) {
      process.kill();
    }
    if (file != null) {
      remove(file);
    }
  }

  private static Map<String, String> environment(LaunchRequest request) {
    Map<String, String> all = new HashMap<>(System.getenv());
    all.putAll(request.env());
    Map<String, String> added = new HashMap<>(request.env());
    added.putAll(KernelCommand.environment(request.spec(), all));
    return added;
  }

  private static ConnectionInfo awaitPorts(
      KernelProcess process, ConnectionFile file, ConnectionInfo chosen, StartLimits limits)
      throws IOException, InterruptedException {
    if (chosen.isBound()) {
      return chosen;
    }
    while (true) {
      Optional<ConnectionInfo> bound = file.bound(chosen);
      if (bound.isPresent()) {
        return bound.get();
      }
      if (process.waitFor(PORT_POLL)) {
        throw limits.ended(process.exitCode());
      }
      limits.check();
    }
  }

  /**
   * Asks for kernel_info until both the reply and an idle status have come: only then is it sure
   * that iopub is subscribed, and that no output will be missed.
   */
  private void awaitReady(StartLimits limits) throws InterruptedException {
    boolean idle = false;
    while (info == null || !idle) {
      send(Channel.SHELL, MessageTypes.KERNEL_INFO_REQUEST, JsonObject.EMPTY);
      Instant nudge = limits.clock().instant().plus(NUDGE);
      while ((info == null || !idle) && limits.clock().instant().isBefore(nudge)) {
        KernelEvent event = next(NUDGE).orElse(null);
        if (event instanceof KernelEvent.Exited exited) {
          throw limits.ended(exited.exitCode());
        }
        if (event instanceof KernelEvent.Received received) {
          Message message = received.message();
          if (message.type().equals(MessageTypes.KERNEL_INFO_REPLY)) {
            info = KernelInfoReply.parse(message.content());
          }
          idle |= message.content().text("execution_state").equals("idle");
        }
      }
      limits.check();
    }
  }

  @Override
  public KernelInfoReply info() {
    if (info == null) {
      throw new IllegalStateException("the kernel isn't ready");
    }
    return info;
  }

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public String send(Channel channel, String msgType, JsonObject content) {
    Message message = messages.create(msgType, content);
    connection.send(channel, message);
    return message.header().msgId();
  }

  @Override
  public Optional<KernelEvent> next(Duration timeout) throws InterruptedException {
    KernelEvent event = events.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
    if (event instanceof KernelEvent.Exited) {
      // Whoever asks a dead kernel later must learn it too.
      events.add(event);
    }
    return Optional.ofNullable(event);
  }

  @Override
  public void interrupt() {
    switch (request.spec().interruptMode()) {
      case SIGNAL -> process.signal("INT");
      case MESSAGE -> send(Channel.CONTROL, MessageTypes.INTERRUPT_REQUEST, JsonObject.EMPTY);
    }
  }

  @Override
  public synchronized void requestShutdown() {
    if (!shutdownRequested && process.isAlive()) {
      shutdownRequested = true;
      JsonObject content = JsonObject.build(o -> o.put("restart", false));
      send(shutdownChannel(), MessageTypes.SHUTDOWN_REQUEST, content);
    }
  }

  /**
   * ipykernel's control thread says that it is idle after it has handled the request, and waits for
   * ever if its main thread has closed iopub by then: one exit in ten on a busy machine. Its main
   * thread, which serves shell, can't overtake itself.
   *
   * @see <a href="https://github.com/ipython/ipykernel/pull/1518">ipykernel 1518</a>, the same race
   */
  private Channel shutdownChannel() {
    return request.spec().isIpykernel() ? Channel.SHELL : Channel.CONTROL;
  }

  @Override
  public void kill() {
    process.kill();
  }

  @Override
  public void close() {
    try {
      requestShutdown();
      if (!process.waitFor(SHUTDOWN_GRACE)) {
        process.signal("TERM");
        if (!process.waitFor(TERM_GRACE)) {
          note("the kernel didn't end when asked to; it was killed");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.kill();
      connection.close();
      remove(connectionFile);
    }
  }

  private static void remove(ConnectionFile file) {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a line of Platen's own to the kernel's log; a run doesn't end because its log is full. */
  private void note(String line) {
    Path log = request.log();
    try {
      Files.writeString(
          log,
          "[platen] " + line + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      // The log is where this would be noted.
    }
  }
}

package dev.platen.kernel.launch;

import dev.platen.fault.Fault;
import dev.platen.json.JsonObject;
import dev.platen.kernel.ConnectionInfo;
import dev.platen.kernel.ExitReason;
import dev.platen.kernel.KernelClient;
import dev.platen.kernel.KernelEvent;
import dev.platen.kernel.KernelUsage;
import dev.platen.kernel.LaunchRequest;
import dev.platen.kernel.Secrets;
import dev.platen.kernel.zmq.ZmqConnection;
import dev.platen.kernelspec.KernelSpec;
import dev.platen.message.Channel;
import dev.platen.message.KernelInfoReply;
import dev.platen.message.Message;
import dev.platen.message.MessageFactory;
import dev.platen.message.MessageTypes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
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
  private static final Duration REMOVAL = Duration.ofSeconds(5);
  private static final int KILLED = 128 + 9;
  private static final Path PROC = Path.of("/proc");
  private static final Path CGROUPS = Path.of("/sys/fs/cgroup");

  private final LaunchRequest request;
  private final KernelProcess process;
  private final KernelFolder folder;
  private final ZmqConnection connection;
  private final MessageFactory messages;
  private final BlockingQueue<KernelEvent> events = new LinkedBlockingQueue<>();
  private final KernelWatch watch;
  private final WatchedKernel watched;
  private final OomKills oomKills = OomKills.now(PROC, CGROUPS);
  private @Nullable KernelInfoReply info;
  private boolean shutdownRequested;
  private volatile @Nullable ExitReason stopped;
  private volatile boolean killed;

  private LocalKernel(
      LaunchRequest request,
      KernelProcess process,
      KernelFolder folder,
      ConnectionInfo connectionInfo,
      MessageFactory messages,
      Clock clock,
      KernelWatch watch) {
    this.request = request;
    this.process = process;
    this.folder = folder;
    this.messages = messages;
    this.watch = watch;
    this.connection =
        new ZmqConnection(
            connectionInfo,
            clock,
            (channel, message) -> events.add(new KernelEvent.Received(channel, message)),
            this::note,
            what -> stop(new ExitReason.Unintelligible(what)));
    process.onExit(
        code -> {
          connection.finish();
          events.add(new KernelEvent.Exited(code, exitReason(code)));
        });
    this.watched = watch.begin(process.pid(), request.memoryLimit(), this::stop);
  }

  private void stop(ExitReason reason) {
    stopped = reason;
    process.kill();
  }

  /** A kill that wasn't ours may have been the system's; its counters tell. */
  private Optional<ExitReason> exitReason(int exitCode) {
    if (stopped != null) {
      return Optional.of(stopped);
    }
    return exitCode == KILLED && !killed && OomKills.now(PROC, CGROUPS).moreThan(oomKills)
        ? Optional.of(new ExitReason.MachineMemory())
        : Optional.empty();
  }

  /** Starts the process, connects, and waits for its first answer on shell and on iopub. */
  static LocalKernel launch(
      LaunchRequest request,
      BooleanSupplier givenUp,
      Clock clock,
      KernelWatch watch,
      Secrets secrets)
      throws InterruptedException {
    StartLimits limits = StartLimits.of(request, givenUp, clock);
    KernelSpec spec = request.spec();
    KernelFolder folder = KernelFolder.choose(System.getenv());
    Map<String, String> env = environment(request, folder, secrets);
    KernelProcess process = null;
    LocalKernel kernel = null;
    try {
      ConnectionInfo chosen = Ports.choose(spec, folder, UUID.randomUUID().toString());
      ConnectionFile file = new ConnectionFile(folder.connectionFile(), chosen, spec.name());
      process =
          KernelProcess.start(
              command(request, file, env),
              file,
              request.workingDir(),
              env,
              new KernelLog(request.log(), secrets));
      ConnectionInfo bound = awaitPorts(process, file, limits);
      MessageFactory messages = new MessageFactory(UUID.randomUUID().toString(), clock);
      kernel = new LocalKernel(request, process, folder, bound, messages, clock, watch);
      kernel.awaitReady(limits);
      return kernel;
    } catch (IOException e) {
      abandon(process, kernel, folder);
      throw LocalKernels.noStart(request, String.valueOf(e.getMessage())).cause(e);
    } catch (Fault | InterruptedException e) {
      abandon(process, kernel, folder);
      throw e;
    }
  }

  private static void abandon(
      @Nullable KernelProcess process, @Nullable LocalKernel kernel, KernelFolder folder) {
    if (kernel != null) {
      kernel.abandon();
    } else if (process != null) {
      process.kill();
      process.awaitLog(REMOVAL);
      folder.awaitRemoved(REMOVAL);
    }
  }

  /** Leaves nothing behind; waits for nothing that it might still have to say. */
  private void abandon() {
    watch.end(watched);
    killed = true;
    process.kill();
    process.awaitLog(REMOVAL);
    connection.close();
    if (!folder.awaitRemoved(REMOVAL)) {
      note("the kernel's temporary folder isn't gone yet: " + folder.path());
    }
  }

  private static List<String> command(
      LaunchRequest request, ConnectionFile file, Map<String, String> added) {
    List<String> arguments = KernelCommand.arguments(request.spec(), file.path());
    if (!request.spec().isBuiltInJava()) {
      return arguments;
    }
    Map<String, String> env = new HashMap<>(System.getenv());
    env.putAll(added);
    return KernelCommand.withJavaOptions(arguments, request.memoryLimit(), env);
  }

  private static Map<String, String> environment(
      LaunchRequest request, KernelFolder folder, Secrets secrets) {
    Map<String, String> all = new HashMap<>(System.getenv());
    all.putAll(request.env());
    all.putAll(secrets.env());
    Map<String, String> added = new HashMap<>(request.env());
    added.putAll(KernelCommand.environment(request.spec(), all));
    added.putAll(secrets.env());
    folder.addTo(added);
    return added;
  }

  private static ConnectionInfo awaitPorts(
      KernelProcess process, ConnectionFile file, StartLimits limits)
      throws IOException, InterruptedException {
    if (file.asked().isBound()) {
      return file.asked();
    }
    while (true) {
      Optional<ConnectionInfo> bound = file.bound();
      if (bound.isPresent()) {
        return bound.get();
      }
      if (process.waitFor(PORT_POLL)) {
        throw limits.ended(new KernelEvent.Exited(process.exitCode()));
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
          throw limits.ended(exited);
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
  public Optional<KernelUsage> usage() {
    return watch.usage(watched);
  }

  @Override
  public void kill() {
    killed = true;
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
      abandon();
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

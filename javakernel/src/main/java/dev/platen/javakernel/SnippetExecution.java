package dev.platen.javakernel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;

/**
 * Runs snippets on the calling thread, and keeps the value of the last: jshell tells its text only.
 */
final class SnippetExecution extends DirectExecutionControl {
  private final MemoryReserve reserve;
  private @Nullable Object lastValue;

  SnippetExecution(UserClasses classes, MemoryReserve reserve) {
    super(classes);
    this.reserve = reserve;
  }

  @Nullable Object lastValue() {
    return lastValue;
  }

  ExecutionControlProvider provider() {
    return new ExecutionControlProvider() {
      @Override
      public String name() {
        return "platen";
      }

      @Override
      public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
        return SnippetExecution.this;
      }
    };
  }

  @Override
  protected String invoke(Method snippet) throws Exception {
    lastValue = null;
    try {
      lastValue = snippet.invoke(null);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof OutOfMemoryError) {
        reserve.release();
      }
      throw e;
    }
    // Its text is nobody's business here, and may be long.
    return "";
  }
}

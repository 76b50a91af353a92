package dev.platen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class InOrderTest {
  @Test
  void resultsComeInTheTasksOrderWhicheverEndsFirst() throws InterruptedException {
    CountDownLatch second = new CountDownLatch(1);
    try (InOrder<String> results = new InOrder<>(2)) {
      results.add(
          () -> {
            second.await();
            return "first";
          });
      results.add(
          () -> {
            second.countDown();
            return "second";
          });
      assertThat(results.next()).isEqualTo("first");
      assertThat(results.next()).isEqualTo("second");
      assertThat(results.hasNext()).isFalse();
    }
  }

  @Test
  void aFaultOfOneKeepsNobodyFromTheOthers() throws InterruptedException {
    Fault fault = Fault.of(FaultKind.NOTEBOOK_INVALID, "no notebook");
    try (InOrder<String> results = new InOrder<>(1)) {
      results.add(
          () -> {
            throw fault;
          });
      results.add(() -> "second");
      assertThatThrownBy(results::next).isSameAs(fault);
      assertThat(results.next()).isEqualTo("second");
    }
  }

  @Test
  void whatIsGivenUpTidiesUpFirst() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean tidy = new AtomicBoolean();
    try (InOrder<String> results = new InOrder<>(1)) {
      results.add(
          () -> {
            begun.countDown();
            try {
              new CountDownLatch(1).await();
              return "never";
            } finally {
              tidy.set(true);
            }
          });
      begun.await();
    }
    assertThat(tidy).isTrue();
  }

  @Test
  void whatIsNoFaultIsThrownAsItWas() {
    try (InOrder<String> results = new InOrder<>(1)) {
      results.add(
          () -> {
            throw new OutOfMemoryError("heap");
          });
      assertThatThrownBy(results::next).isInstanceOf(OutOfMemoryError.class);
    }
  }
}

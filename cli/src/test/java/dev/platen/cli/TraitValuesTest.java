package dev.platen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.platen.fault.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraitValuesTest {
  @Test
  void listsSetsTuplesAndBareWordsAreRead() {
    assertThat(TraitValues.texts(List.of("['a', \"b c\"]"))).containsExactly("a", "b c");
    assertThat(TraitValues.texts(List.of("{'a'}", "(\"it's\",)"))).containsExactly("a", "it's");
    assertThat(TraitValues.texts(List.of("a", "b"))).containsExactly("a", "b");
    assertThat(TraitValues.texts(List.of("[]"))).isEmpty();
    assertThat(TraitValues.texts(List.of("[a-z]+ = 1", "(a)")))
        .containsExactly("[a-z]+ = 1", "(a)");
  }

  @Test
  void aPatternThatIsNoneIsSaid() {
    assertThat(TraitValues.patterns("--p", List.of("\\s*\\Z")).get(0).matcher("\n").lookingAt())
        .isTrue();
    assertThatThrownBy(() -> TraitValues.patterns("--p", List.of("(")))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("'(' is no regular expression");
  }
}

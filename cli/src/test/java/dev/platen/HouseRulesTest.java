package dev.platen;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The drawing of the floors, and what only certain packages may do. */
class HouseRulesTest {
  /** Each feature, and all that it may see. Arrows go down; on one floor only as drawn. */
  private static final Map<String, Set<String>> DRAWING =
      drawing(
          """
          cli        : study run report export execute storage kernel kernelspec metric parameter message notebook hash json resource fault
          study      : run report execute storage kernel kernelspec metric parameter message notebook hash json resource fault
          javakernel : report kernel message json display fault
          display    :
          run        : report execute storage kernel kernelspec metric parameter message notebook hash json resource fault
          execute    : kernel message notebook json resource fault
          kernel     : kernelspec message json resource fault
          kernelspec : json fault
          storage    : hash json fault
          report     : notebook json resource fault
          export     : notebook json fault
          parameter  : notebook json fault
          metric     : notebook json fault
          notebook   : json fault
          message    : hash json fault
          json       : fault
          resource   :
          fault      :
          hash       :
          """);

  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("dev.platen");

  private static Map<String, Set<String>> drawing(String text) {
    Map<String, Set<String>> seen = new LinkedHashMap<>();
    for (String line : text.lines().toList()) {
      String[] sides = line.split(":");
      List<String> below = Arrays.asList(sides.length == 1 ? new String[0] : words(sides[1]));
      seen.put(sides[0].strip(), Set.copyOf(below));
    }
    return seen;
  }

  private static String[] words(String text) {
    return text.strip().split(" ");
  }

  private static Stream<String> features() {
    return DRAWING.keySet().stream();
  }

  private static String feature(JavaClass type) {
    return type.getPackageName().substring("dev.platen.".length()).split("\\.")[0];
  }

  @Test
  void everyFeatureIsInTheDrawing() {
    Set<String> present =
        PROGRAM.stream()
            .map(HouseRulesTest::feature)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(present).isEqualTo(new TreeSet<>(DRAWING.keySet()));
  }

  @ParameterizedTest
  @MethodSource("features")
  void aFeatureSeesOnlyWhatLiesBelowIt(String feature) {
    Set<String> allowed = new TreeSet<>(DRAWING.get(feature));
    allowed.add(feature);
    classes()
        .that()
        .resideInAPackage("dev.platen." + feature + "..")
        .should()
        .onlyDependOnClassesThat(
            describe(
                "lie in one of " + allowed,
                type ->
                    !type.getPackageName().startsWith("dev.platen")
                        || allowed.contains(feature(type))))
        .check(PROGRAM);
  }

  @Test
  void featuresHaveNoCycles() {
    slices().matching("dev.platen.(*)..").should().beFreeOfCycles().check(PROGRAM);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.platen.(**)").should().beFreeOfCycles().check(PROGRAM);
  }

  @ParameterizedTest
  @CsvSource({
    "com.fasterxml.jackson.., dev.platen.json",
    "org.yaml..,              dev.platen.parameter.read",
    "org.commonmark..,        dev.platen.report.markdown",
    "org.jsoup..,             dev.platen.report.html",
    "org.fife..,              dev.platen.report.code",
    "org.apache.commons.jexl3.., dev.platen.study.trial",
    "org.apache.commons.statistics.., dev.platen.study.stats",
    // The highlighter's token makers want Swing's Segment.
    "javax.swing..,           dev.platen.report.code",
    "com.sun.net.httpserver.., dev.platen.study.serve",
    "picocli..,               dev.platen.cli"
  })
  void aLibraryIsKnownToOnePackageOnly(String library, String home) {
    noClasses()
        .that()
        .resideOutsideOfPackage(home)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(PROGRAM);
  }

  @Test
  void onlyTheTerminalPrints() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.platen.cli.output")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethodWhere(calls(Throwable.class, "printStackTrace"))
        .check(PROGRAM);
  }

  @Test
  void onlyMainAndItsShutdownHookEndTheProcess() {
    noClasses()
        .that(
            // In a shutdown hook exit() would wait for ever; the interruption has to halt.
            areNone(
                "dev.platen.cli.Main",
                "dev.platen.cli.Interruption",
                // A process of its own.
                "dev.platen.javakernel.JavaKernel"))
        .should()
        .callMethodWhere(calls(System.class, "exit"))
        .orShould()
        .callMethodWhere(calls(Runtime.class, "exit", "halt"))
        .check(PROGRAM);
  }

  @Test
  void onlyWhatCallsAnotherProgramStartsProcesses() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "dev.platen.kernel.launch",
            // It calls the user's own command.
            "dev.platen.study.notice",
            // It opens the user's own browser.
            "dev.platen.cli.browser",
            // A browser makes PDF of a report; no Java library lays out CSS as it does.
            "dev.platen.export.pdf",
            // It calls Maven, which knows the user's repositories.
            "dev.platen.javakernel",
            // It asks git and nvidia-smi, which speak no other language.
            "dev.platen.run.provenance")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(ProcessBuilder.class)
        .orShould()
        .callMethodWhere(calls(Runtime.class, "exec"))
        .check(PROGRAM);
  }

  @Test
  void timeComesFromAnInjectedClock() {
    noClasses()
        .should()
        .callMethodWhere(calls(System.class, "currentTimeMillis", "nanoTime"))
        .orShould()
        .callMethodWhere(
            describe(
                "asks the machine's own clock",
                call ->
                    call.getTargetOwner().getPackageName().equals("java.time")
                        && call.getName().equals("now")
                        && !call.getTarget().getRawParameterTypes().stream()
                            .anyMatch(type -> type.isEquivalentTo(Clock.class))))
        .orShould()
        .callConstructor(java.util.Date.class)
        .check(PROGRAM);
    noClasses()
        // The ways in: for people, for programs, for Jupyter's clients.
        .that(
            areNone(
                "dev.platen.cli.Main",
                "dev.platen.study.Study",
                "dev.platen.javakernel.JavaKernel"))
        .should()
        .callMethodWhere(
            describe(
                "takes the system's clock",
                call ->
                    call.getTargetOwner().isEquivalentTo(Clock.class)
                        && call.getName().startsWith("system")))
        .check(PROGRAM);
  }

  @Test
  void nobodySleeps() {
    noClasses()
        .should()
        .callMethodWhere(calls(Thread.class, "sleep"))
        .orShould()
        .callMethodWhere(calls(java.util.concurrent.TimeUnit.class, "sleep"))
        .check(PROGRAM);
  }

  @Test
  void nothingStaticChanges() {
    fields().that().haveModifier(STATIC).should().haveModifier(FINAL).check(PROGRAM);
  }

  @Test
  void noNameIsAnEmptyOne() {
    noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Helpers|Impl|Manager)(\\$.*)?")
        .orShould()
        .haveNameMatching(".*[.$]Base([A-Z][^.$]*)?")
        .check(PROGRAM);
  }

  private static DescribedPredicate<JavaCall<?>> calls(Class<?> owner, String... names) {
    return describe(
        "target is " + owner.getSimpleName() + "." + String.join(" or ", names),
        call ->
            call.getTargetOwner().isAssignableTo(owner)
                && Arrays.asList(names).contains(call.getName()));
  }

  private static DescribedPredicate<JavaClass> areNone(String... names) {
    return describe(
        "are none of " + String.join(", ", names),
        type -> Stream.of(names).noneMatch(name -> type.getName().matches(name + "(\\$.*)?")));
  }
}

package org.communitydesk;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.contract.CompiledCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Component;

/** The rooms of the house, their walls and doors. */
class HouseTest {

  private static final String BASE = "org.communitydesk";

  private static final JavaClasses MAIN = CompiledCode.around(CommunityDesk.class);

  private static final JavaClasses SANDBOX = CompiledCode.ofTheSandbox();

  private static final JavaClasses TESTS = CompiledCode.around(HouseTest.class);

  private static final Set<String> CLOCKLESS = Set.of("now", "currentTimeMillis");

  private final ApplicationModules rooms = ApplicationModules.of(CommunityDesk.class);

  @Test
  void roomsUseOnlyTheDoorsTheyMay() {
    assertThat(rooms.getModuleByName("sandbox")).as("a room of the other source set").isPresent();
    rooms.verify();
  }

  /** The compiler proves it too; this says what of it was found in the wrong place. */
  @Test
  void theProductHoldsNothingOfTheSandbox() {
    noClasses().should().resideInAPackage(BASE + ".sandbox..").check(MAIN);
    classes().should().resideInAPackage(BASE + ".sandbox..").check(SANDBOX);
  }

  /** They run without a desk too. */
  @Test
  void thePlatformsKnowNoEngine() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + ".sandbox.desk..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.camunda..", BASE + ".sandbox.desk..")
        .check(SANDBOX);
  }

  @Test
  void onlyThreeRoomsKnowTheEngine() {
    noClasses()
        .that()
        .resideOutsideOfPackages(BASE + ".process..", BASE + ".engine..", BASE + ".web..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.camunda..")
        .check(MAIN);
  }

  /**
   * A stream of rows keeps its connection until it is closed: twenty of them were an empty pool.
   */
  @Test
  void rowsAreReadAsLists() {
    ArchRule rule =
        noClasses()
            .should()
            .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
            .orShould()
            .callMethodWhere(
                describe("streams rows", call -> call.getName().equals("queryForStream")));
    rule.check(MAIN);
    rule.check(SANDBOX);
  }

  @Test
  void leavesOpenNothing() {
    classes()
        .that()
        .resideInAPackage(BASE + ".channel.(*)..")
        .and()
        .resideOutsideOfPackage(BASE + ".channel.graph..")
        .and()
        .areTopLevelClasses()
        .should()
        .notBePublic()
        .allowEmptyShould(true)
        .check(MAIN);
  }

  @Test
  void leavesDoNotKnowEachOther() {
    slices()
        .matching(BASE + ".channel.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(
            describe("any leaf", leaf -> true),
            describe(
                "the family kit", kit -> kit.getPackageName().startsWith(BASE + ".channel.graph")))
        .allowEmptyShould(true)
        .check(MAIN);
  }

  @Test
  void delegatesAreBeansOfTheirStoryNamedLikeTheirClass() {
    classes()
        .that(assignableTo(JavaDelegate.class))
        .and()
        .areNotInterfaces()
        .should()
        .resideInAPackage(BASE + ".process.(*)")
        .andShould()
        .bePackagePrivate()
        .andShould()
        .beAnnotatedWith(namedByClass())
        .check(MAIN);
  }

  @Test
  void listenersOfFormsAreBeansOfTheirStoryNamedLikeTheirClass() {
    classes()
        .that(assignableTo(TaskListener.class))
        .should()
        .resideInAPackage(BASE + ".process.(*)")
        .andShould()
        .bePackagePrivate()
        .andShould()
        .beAnnotatedWith(namedByClass())
        .check(MAIN);
  }

  @Test
  void nothingIsInjectedIntoFields() {
    ArchRule openHands = noFields().should().beAnnotatedWith(Autowired.class);
    openHands.check(MAIN);
    openHands.check(SANDBOX);
  }

  @Test
  void nothingPrintsToTheConsole() {
    noClasses().should().accessField(System.class, "out").check(MAIN);
    noClasses().should().accessField(System.class, "err").check(MAIN);
  }

  @Test
  void failuresHaveNames() {
    noClasses()
        .that()
        .areNotAssignableTo(RuntimeException.class)
        .should()
        .accessTargetWhere(
            describe(
                "new RuntimeException",
                access ->
                    access.getTargetOwner().isEquivalentTo(RuntimeException.class)
                        && access.getName().equals("<init>")))
        .check(MAIN);
  }

  @Test
  void timeComesFromTheClock() {
    noClasses()
        .that()
        .doNotHaveSimpleName("EngineClock")
        .should()
        .accessTargetWhere(describe("time without a clock", HouseTest::readsTheSystemsTime))
        .check(MAIN);
  }

  @Test
  void nothingSleeps() {
    ArchRule wakefulness =
        noClasses()
            .should()
            .accessTargetWhere(
                describe(
                    "Thread.sleep",
                    access ->
                        access.getTargetOwner().isEquivalentTo(Thread.class)
                            && access.getName().equals("sleep")));
    wakefulness.check(MAIN);
    wakefulness.check(SANDBOX);
    wakefulness.check(TESTS);
  }

  /** The tested desk would find it among its own and take what it offers. */
  @Test
  void testsBringNoConfigurationIntoTheDesk() {
    noClasses()
        .that()
        .areTopLevelClasses()
        .should()
        .beAnnotatedWith(Configuration.class)
        .check(TESTS);
  }

  private static DescribedPredicate<JavaAnnotation<?>> namedByClass() {
    return describe(
        "@Component without a name of its own",
        annotation ->
            annotation.getRawType().isEquivalentTo(Component.class)
                && annotation.get("value").map(""::equals).orElse(true));
  }

  private static boolean readsTheSystemsTime(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getFullName();
    return CLOCKLESS.contains(access.getName())
        && (owner.startsWith("java.time.") || owner.equals("java.lang.System"))
        && access.getTarget().getFullName().endsWith("()");
  }
}

package org.communitydesk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.communitydesk.engine.Credentials.Stored;
import org.communitydesk.sandbox.world.MovableClock;
import org.communitydesk.security.LoginThrottle;
import org.communitydesk.support.Desk;
import org.communitydesk.support.DeskTest;
import org.communitydesk.support.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DeskTest
class PasswordsTest {

  private static final String NINA = "nina";
  private static final String GOOD = "верный конь и батарейка";

  @Autowired IdentityService identity;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;
  @Autowired Credentials credentials;
  @Autowired LoginThrottle throttle;
  @Autowired ObjectProvider<PublicPasswords> known;

  @AfterEach
  void ninaIsGone() {
    // What was counted against this machine is forgotten by then.
    clock.forward(Duration.ofMinutes(5));
    identity.deleteUser(NINA);
  }

  @Test
  void aNewPasswordIsStoredAsPbkdf2WithItsIterationsAndFitsTheColumn() {
    save(GOOD);
    assertThat(stored()).matches("\\{PBKDF2-SHA512}220000\\$[\\w+/]{22}\\$[\\w+/]{43}");
    assertThat(stored().length()).isLessThan(255);
    assertThat(identity.checkPassword(NINA, GOOD)).isTrue();
    assertThat(identity.checkPassword(NINA, GOOD + " ")).isFalse();
  }

  /** Hashes of the engine as it was, with the salt that it used, and with none at all. */
  @ParameterizedTest
  @CsvSource({"c2FsdA==", ","})
  void anOldHashIsGoodOnceMoreAndReplacedAtTheLogin(String salt) {
    save(GOOD);
    String old =
        new PasswordManager(new Sha512HashDigest(), List.of())
            .encrypt("sandbox" + (salt == null ? "" : salt) + (salt == null ? "-old" : ""));
    String password = salt == null ? "sandbox-old" : "sandbox";
    jdbc.sql("update act_id_user set pwd_ = :old, salt_ = :salt where id_ = 'nina'")
        .param("old", old)
        .param("salt", salt)
        .update();
    assertThat(Desk.as(NINA, "wrong").get("/api/openapi.json").statusCode()).isEqualTo(401);
    assertThat(stored()).startsWith("{SHA-512}");
    assertThat(Desk.as(NINA, password).get("/api/openapi.json").statusCode()).isEqualTo(200);
    // What everybody knows in the sandbox is not worth a costly hash.
    assertThat(stored()).startsWith(salt == null ? "{PBKDF2-SHA512}220000$" : "{SHA-512}");
    assertThat(identity.checkPassword(NINA, password)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "1, не короче 14",
    "sandbox, не короче 14",
    "qwertyuiop1234, соседних клавиш",
    "Password123456!, частых слов",
    "P@ssw0rdP@ssw0rd, частых слов",
    "aaaaaaaaaaaaaaaa, хотя бы 5 разных",
    "nina любит кофе утром, логина"
  })
  void aWeakPasswordIsRefusedInRussianAtEveryDoor(String weak, String why) throws Exception {
    Desk admin = Desk.as("admin");
    String profile = "{\"id\":\"nina\",\"firstName\":\"Нина\",\"lastName\":\"Петрова\"}";
    HttpResponse<String> created =
        admin.post(
            "/engine-rest/user/create",
            "{\"profile\":%s,\"credentials\":{\"password\":\"%s\"}}".formatted(profile, weak));
    assertThat(created.statusCode()).isEqualTo(400);
    assertThat(created.body()).contains(why);
    assertThat(identity.createUserQuery().userId(NINA).count()).isZero();

    HttpResponse<String> checked =
        admin.post(
            "/engine-rest/identity/password-policy",
            "{\"password\":\"%s\",\"profile\":%s}".formatted(weak, profile));
    JsonNode answer = new ObjectMapper().readTree(checked.body());
    assertThat(answer.path("valid").asBoolean(true)).isFalse();
    assertThat(checked.body()).contains(why);
  }

  @Test
  void aWeakPasswordIsRefusedWhenItIsChanged() {
    save(GOOD);
    HttpResponse<String> changed =
        Desk.as("admin")
            .put(
                "/engine-rest/user/nina/credentials",
                "{\"password\":\"1\",\"authenticatedUserPassword\":\"sandbox\"}");
    assertThat(changed.statusCode()).isEqualTo(400);
    assertThat(changed.body()).contains("Пароль должен быть не короче 14 знаков");
    assertThatThrownBy(() -> save("sandbox")).isInstanceOf(BadUserRequestException.class);
    assertThat(identity.checkPassword(NINA, GOOD)).isTrue();
  }

  @Test
  void theSameCredentialsAreWorkedOnceAndForgottenAfterTenSecondsOrAChange() throws Exception {
    save(GOOD);
    Counting hashes = new Counting(known);
    Passwords passwords = new Passwords(credentials, hashes, throttle, clock);
    ExecutorService many = Executors.newFixedThreadPool(20);
    try {
      List<CompletableFuture<Optional<Stored>>> answers = new ArrayList<>();
      for (int times = 0; times < 20; times++) {
        answers.add(CompletableFuture.supplyAsync(() -> passwords.check(NINA, GOOD), many));
      }
      assertThat(answers).allMatch(answer -> answer.join().isPresent());
    } finally {
      many.shutdownNow();
    }
    assertThat(hashes.worked).hasValue(1);
    assertThat(passwords.check(NINA, GOOD)).isPresent();
    assertThat(hashes.worked).hasValue(1);
    clock.forward(Duration.ofSeconds(11));
    assertThat(passwords.check(NINA, GOOD)).isPresent();
    assertThat(hashes.worked).hasValue(2);
    save("другой крепкий пароль");
    assertThat(passwords.check(NINA, GOOD)).isEmpty();
    assertThat(hashes.worked).hasValue(3);
    assertThat(passwords.check(NINA, "другой крепкий пароль")).isPresent();
  }

  @Test
  void nobodyAndAWrongPasswordCostOneFullHashEach() {
    Counting hashes = new Counting(known);
    assertThat(hashes.matches("x", Optional.empty())).isFalse();
    Stored old = new Stored(NINA, "{SHA-512}abc", null, java.util.Set.of());
    long began = System.nanoTime();
    assertThat(hashes.matches("x", Optional.empty())).isFalse();
    long unknown = System.nanoTime() - began;
    began = System.nanoTime();
    assertThat(hashes.matches("x", Optional.of(old))).isFalse();
    long outdated = System.nanoTime() - began;
    // One has no hash at all, the other one that takes microseconds.
    assertThat(outdated).isBetween(unknown / 5, unknown * 5);
    assertThat(unknown).isGreaterThan(Duration.ofMillis(20).toNanos());
  }

  @Test
  void guessingIsSlowedDownAtEveryDoorAndSaysForHowLong() {
    save(GOOD);
    // All at once, so that nothing has leaked before the last on a slow machine.
    List<CompletableFuture<Integer>> guesses =
        Stream.iterate(0, tries -> tries + 1)
            .limit(12)
            .map(
                tries ->
                    CompletableFuture.supplyAsync(
                        () ->
                            Desk.as(NINA, "wrong" + tries)
                                .get("/engine-rest/task/count")
                                .statusCode(),
                        task -> new Thread(task).start()))
            .toList();
    await().until(() -> guesses.stream().anyMatch(guess -> guess.getNow(0) == 429));
    for (String door :
        List.of("/engine-rest/task/count", "/api/openapi.json", "/channels", "/actuator/info")) {
      HttpResponse<String> refused = Desk.as(NINA, GOOD).get(door);
      assertThat(refused.statusCode()).as(door).isEqualTo(429);
      assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 30L);
      assertThat(refused.body()).contains("Слишком много попыток входа");
    }
    HttpResponse<String> webapp = Session.ofNobody().tryToSignIn(NINA, "wrong");
    assertThat(webapp.statusCode()).isEqualTo(429);
    assertThat(webapp.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 30L);
    HttpResponse<String> oracle =
        Desk.as("admin")
            .post("/engine-rest/identity/verify", "{\"username\":\"nina\",\"password\":\"wrong\"}");
    assertThat(oracle.statusCode()).isEqualTo(429);
    assertThat(Desk.as("anna").get("/api/openapi.json").statusCode()).isEqualTo(200);

    assertThat(guesses).allSatisfy(guess -> assertThat(guess.join()).isIn(401, 429));
    clock.forward(Duration.ofSeconds(31));
    assertThat(Desk.as(NINA, GOOD).get("/api/openapi.json").statusCode()).isEqualTo(200);
  }

  private void save(String password) {
    User nina = identity.createUserQuery().userId(NINA).singleResult();
    User person = nina == null ? identity.newUser(NINA) : nina;
    person.setPassword(password);
    identity.saveUser(person);
    if (nina == null) {
      identity.createMembership(NINA, "camunda-admin");
    }
  }

  private String stored() {
    return jdbc.sql("select pwd_ from act_id_user where id_ = 'nina'").query(String.class).single();
  }

  private static final class Counting extends PasswordHashes {

    private final AtomicInteger worked = new AtomicInteger();

    Counting(ObjectProvider<PublicPasswords> known) {
      super(known);
    }

    @Override
    boolean matches(String password, Optional<Stored> person) {
      worked.incrementAndGet();
      return super.matches(password, person);
    }
  }
}

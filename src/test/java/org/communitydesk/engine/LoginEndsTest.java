package org.communitydesk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.communitydesk.sandbox.world.MovableClock;
import org.communitydesk.support.Desk;
import org.communitydesk.support.DeskTest;
import org.communitydesk.support.People;
import org.communitydesk.support.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A login ends within ten seconds when what it rests on is changed, at every door. */
@DeskTest
class LoginEndsTest {

  private static final String NINA = "nina";
  private static final String GOOD = "новый крепкий пароль";

  /** The desk's own service, the webapps' engine API and a page. */
  private static final List<String> DOORS =
      List.of(
          "/api/publishing",
          "/camunda/api/engine/engine/default/task/count",
          "/camunda/api/admin/auth/user/default",
          "/channels");

  @Autowired IdentityService identity;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;

  @BeforeEach
  void ninaWorksHere() {
    People.likeAnna(identity, NINA);
    identity.createMembership(NINA, "moderators");
    identity.createMembership(NINA, "supervisors");
  }

  @AfterEach
  void ninaIsGone() {
    identity.deleteUser(NINA);
  }

  /** What another node did stands in the database only. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "update act_id_user set pwd_ = (select pwd_ from act_id_user where id_ = 'boris'), salt_ ="
            + " 'x' where id_ = 'nina'",
        "delete from act_id_membership where user_id_ = 'nina' and group_id_ = 'moderators'",
        "with gone as (delete from act_id_membership where user_id_ = 'nina'),"
            + " rights as (delete from act_ru_authorization"
            + " where user_id_ = 'nina' or resource_id_ = 'nina')"
            + " delete from act_id_user where id_ = 'nina'",
        "update act_id_user set attempts_ = 10 where id_ = 'nina'",
        "update act_id_user set lock_exp_time_ = now() + interval '1 year' where id_ = 'nina'"
      })
  void afterAnotherNodeHasChangedThePersonNoDoorIsOpen(String change) {
    Session nina = Session.signIn(NINA);
    DOORS.forEach(door -> assertThat(nina.get(door).statusCode()).as(door).isEqualTo(200));
    Desk program = Desk.as(NINA);
    assertThat(program.get("/engine-rest/task/count").statusCode()).isEqualTo(200);

    jdbc.sql(change).update();
    clock.forward(Duration.ofSeconds(4));

    DOORS.forEach(
        door -> assertThat(nina.get(door).statusCode()).as(door).isIn(401, 404).isNotEqualTo(200));
    if (!change.contains("membership where user_id_ = 'nina' and")) {
      assertThat(program.get("/engine-rest/task/count").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void aNewGroupLeavesEverybodySignedIn() {
    Session nina = Session.signIn(NINA);
    identity.createMembership(NINA, "managers");
    DOORS.forEach(door -> assertThat(nina.get(door).statusCode()).as(door).isEqualTo(200));
  }

  @Test
  void whoChangesTheOwnPasswordStaysSignedInThereAndNowhereElse() {
    Session here = Session.signIn(NINA);
    Session elsewhere = Session.signIn(NINA);
    assertThat(Desk.as(NINA).get("/api/publishing").statusCode()).isEqualTo(200);
    assertThat(
            here.put(
                    "/camunda/api/engine/engine/default/user/nina/credentials",
                    "{\"password\":\"%s\",\"authenticatedUserPassword\":\"sandbox\"}"
                        .formatted(GOOD))
                .statusCode())
        .isEqualTo(204);
    assertThat(here.get("/api/publishing").statusCode()).isEqualTo(200);
    assertThat(here.get("/camunda/api/engine/engine/default/task/count").statusCode())
        .isEqualTo(200);
    assertThat(elsewhere.get("/api/publishing").statusCode()).isEqualTo(401);
    assertThat(elsewhere.get("/camunda/api/engine/engine/default/task/count").statusCode())
        .isEqualTo(401);
    assertThat(Desk.as(NINA).get("/api/publishing").statusCode()).isEqualTo(401);
    assertThat(Desk.as(NINA, GOOD).get("/api/publishing").statusCode()).isEqualTo(200);
  }

  @Test
  void whatAnAdministratorChangesByRestCountsAtOnceAndOnOpenStreamsSoon() {
    Session nina = Session.signIn(NINA);
    CompletableFuture<Void> bySession = listen("Cookie", nina.cookie());
    CompletableFuture<Void> byPassword =
        listen(
            "Authorization",
            "Basic "
                + Base64.getEncoder()
                    .encodeToString("nina:sandbox".getBytes(StandardCharsets.UTF_8)));
    assertThat(
            Desk.as("admin")
                .put(
                    "/engine-rest/user/nina/credentials",
                    "{\"password\":\"%s\",\"authenticatedUserPassword\":\"sandbox\"}"
                        .formatted(GOOD))
                .statusCode())
        .isEqualTo(204);
    DOORS.forEach(
        door -> assertThat(nina.get(door).statusCode()).as(door).isIn(401, 404).isNotEqualTo(200));
    assertThat(Desk.as(NINA).get("/api/publishing").statusCode()).isEqualTo(401);
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> assertThat(List.of(bySession, byPassword)).allMatch(CompletableFuture::isDone));
  }

  @Test
  void signingInGivesANewSessionSoThatAGivenOneIsWorthNothing() {
    Session victim = Session.ofNobody();
    String planted = victim.cookie();
    assertThat(victim.tryToSignIn(NINA, "sandbox").statusCode()).isEqualTo(200);
    assertThat(victim.cookie()).isNotEqualTo(planted);
    assertThat(status("/api/publishing", planted)).isEqualTo(401);
    assertThat(status("/api/publishing", victim.cookie())).isEqualTo(200);
  }

  private static int status(String path, String cookie) {
    return HttpClient.newHttpClient()
        .sendAsync(
            HttpRequest.newBuilder(URI.create(Desk.address() + path))
                .header("Cookie", cookie)
                .build(),
            BodyHandlers.discarding())
        .join()
        .statusCode();
  }

  /** Done when the desk has ended the stream. */
  private static CompletableFuture<Void> listen(String header, String value) {
    var answer =
        HttpClient.newHttpClient()
            .sendAsync(
                HttpRequest.newBuilder(URI.create(Desk.address() + "/api/live"))
                    .header(header, value)
                    .build(),
                BodyHandlers.ofLines())
            .join();
    assertThat(answer.statusCode()).isEqualTo(200);
    Stream<String> lines = answer.body();
    return CompletableFuture.runAsync(() -> lines.forEach(line -> {}))
        .handle((done, broken) -> null);
  }
}

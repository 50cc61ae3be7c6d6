package org.communitydesk.channel.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.communitydesk.channel.Delivery;
import org.communitydesk.channel.Reception;
import org.communitydesk.http.Hmac;
import org.communitydesk.http.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphHookTest {

  private static final byte[] BODY =
      "{\"object\":\"page\",\"entry\":[]}".getBytes(StandardCharsets.UTF_8);
  private static final Reception.Answer OK = new Reception.Answer(200, "");

  private final GraphHook hook = hook("app-secret");

  private static GraphHook hook(String secret) {
    return new GraphHook(Secret.of(secret), Secret.of("verify-me"), new OfPageSeven());
  }

  private static final class OfPageSeven implements GraphHook.Reader {
    @Override
    public boolean isOurs(GraphEvent event) {
      return event.owner().equals("7");
    }

    @Override
    public String key(GraphEvent event) {
      return event.value().path("key").asText("");
    }
  }

  private static Delivery signed(String signature) {
    return new Delivery("POST", Map.of("x-hub-signature-256", signature), Map.of(), BODY, "");
  }

  private Reception events(String entries) {
    byte[] body = ("{\"entry\":" + entries + "}").getBytes(StandardCharsets.UTF_8);
    return hook.receive(GraphDelivery.post(body, "app-secret"));
  }

  @Test
  void knowsThePublishedVectors() {
    assertThat(
            hook.receive(
                signed("sha256=e6e9d7a842a48e17f43a34d6125d0d933e2aab92ee37f0993a4d493b50e3d438")))
        .isEqualTo(new Reception.Accepted(List.of(), OK));
    assertThat(Hmac.hex(Secret.of("app-secret"), "page-token".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("d8b448b9cc7d64c51098271805b3cc20b5b715e52bd587eb71b610259587c856");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sha256=",
        "e6e9d7a842a48e17f43a34d6125d0d933e2aab92ee37f0993a4d493b50e3d438",
        "sha1=e6e9d7a842a48e17f43a34d6125d0d933e2aab92ee37f0993a4d493b50e3d438",
        "sha256=E6E9D7A842A48E17F43A34D6125D0D933E2AAB92EE37F0993A4D493B50E3D438",
        "sha256=e6e9d7a842a48e17f43a34d6125d0d933e2aab92ee37f0993a4d493b50e3d439"
      })
  void refusesEveryOtherSignature(String signature) {
    assertThat(hook.receive(signed(signature))).isInstanceOf(Reception.Denied.class);
  }

  @Test
  void acceptsNothingWithoutASecretOfItsOwn() {
    assertThat(hook("").receive(signed("sha256="))).isInstanceOf(Reception.Denied.class);
  }

  @Test
  void answersTheHandshakeWithTheBareChallenge() {
    assertThat(hook.receive(GraphDelivery.handshake("subscribe", "verify-me", "1158201444")))
        .isEqualTo(new Reception.Handshake(new Reception.Answer(200, "1158201444")));
  }

  @ParameterizedTest
  @CsvSource({
    "subscribe,wrong,1",
    "subscribe,'',1",
    "unsubscribe,verify-me,1",
    "subscribe,verify-me,''",
    "subscribe,verify-me,<script>alert(1)</script>",
    "subscribe,verify-me,'{\"a\":1}'",
    "subscribe,verify-me,two words"
  })
  void refusesAnotherHandshake(String mode, String token, String challenge) {
    assertThat(hook.receive(GraphDelivery.handshake(mode, token, challenge)))
        .isInstanceOf(Reception.Denied.class);
  }

  @Test
  void cutsAPostIntoItsItemsInOrder() {
    Reception.Accepted accepted =
        (Reception.Accepted)
            events(
                "[{\"id\":\"7\",\"time\":1,\"changes\":[{\"field\":\"a\",\"value\":{\"key\":\"k1\"}},"
                    + "{\"field\":\"b\",\"value\":{\"key\":\"k2\"}}]},"
                    + "{\"id\":7,\"messaging\":[{\"message\":{}}],\"standby\":[{\"message\":{}}]},"
                    + "{\"id\":\"8\",\"changes\":[{\"value\":{\"key\":\"k3\"}}]},{\"id\":\"7\"}]");

    assertThat(accepted.events()).hasSize(6);
    assertThat(accepted.events().get(0).key()).isEqualTo("k1");
    assertThat(new String(accepted.events().get(1).body(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"object\":\"\",\"entry\":[{\"id\":\"7\",\"time\":1,"
                + "\"changes\":[{\"field\":\"b\",\"value\":{\"key\":\"k2\"}}]}]}");
    assertThat(accepted.events().get(4).key()).startsWith("sha256-").hasSize(71);
    assertThat(accepted.events().stream().map(org.communitydesk.channel.Event::key))
        .doesNotHaveDuplicates();
  }

  @Test
  void refusesAPostThatIsAllOfOthers() {
    assertThat(events("[{\"id\":\"8\",\"changes\":[{}]},{\"id\":\"9\"}]"))
        .isInstanceOf(Reception.Denied.class);
  }

  @Test
  void leavesAPostWithoutEntriesToTheOperator() {
    assertThat(events("{}")).isEqualTo(new Reception.Unreadable("a delivery without entries", OK));
  }
}

package org.communitydesk.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

  // The example of the Standard Webhooks specification, read 2026-11.
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final Instant AT = Instant.ofEpochSecond(1614265330);
  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
  private static final String SIGNED = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  private final WebhookSignature signature =
      new WebhookSignature(List.of(Secret.of(SECRET)), Duration.ofMinutes(5));

  @Test
  void signsAsTheStandardShows() {
    assertThat(signature.sign(ID, AT, BODY)).isEqualTo(SIGNED);
    assertThat(matches(ID, "1614265330", SIGNED, AT)).isTrue();
    assertThat(matches(ID, "1614265330", "v1,AAAA " + SIGNED, AT)).isTrue();
  }

  @Test
  void refusesWhatIsNotSignedOrNotInTime() {
    assertThat(matches("other", "1614265330", SIGNED, AT)).isFalse();
    assertThat(matches(null, "1614265330", SIGNED, AT)).isFalse();
    assertThat(matches(ID, "1614265331", SIGNED, AT)).isFalse();
    assertThat(matches(ID, "soon", SIGNED, AT)).isFalse();
    assertThat(matches(ID, "1614265330", null, AT)).isFalse();
    assertThat(matches(ID, "1614265330", SIGNED.replace("v1", "v2"), AT)).isFalse();
    assertThat(matches(ID, "1614265330", SIGNED, AT.plusSeconds(301))).isFalse();
    assertThat(matches(ID, "1614265330", SIGNED, AT.minusSeconds(301))).isFalse();
    assertThat(new WebhookSignature(List.of(), Duration.ofMinutes(5)).sign(ID, AT, BODY)).isEmpty();
  }

  @Test
  void tellsASecretFromOtherTexts() {
    assertThat(WebhookSignature.isSecret(SECRET)).isTrue();
    assertThat(WebhookSignature.isSecret("whsec_c2hvcnQ=")).isFalse();
    assertThat(WebhookSignature.isSecret("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")).isFalse();
    assertThat(WebhookSignature.isSecret("whsec_не base64")).isFalse();
  }

  private boolean matches(String id, String timestamp, String given, Instant now) {
    return signature.matches(id, timestamp, given, BODY, now);
  }
}

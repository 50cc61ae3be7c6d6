package org.communitydesk.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HmacTest {

  private static final byte[] BODY =
      "{\"object\":\"page\",\"entry\":[]}".getBytes(StandardCharsets.UTF_8);
  private static final String HEX =
      "e6e9d7a842a48e17f43a34d6125d0d933e2aab92ee37f0993a4d493b50e3d438";
  private static final Secret KEY = Secret.of("app-secret");

  @Test
  void signsAsThePlatformsDo() {
    assertThat(Hmac.hex(KEY, BODY)).isEqualTo(HEX);
    assertThat(Hmac.base64(Secret.of("consumer-secret"), BODY))
        .isEqualTo("Ad5qXHUdbLN8aOznwtfM2BzBT3yfxMJDPq4cnbin0HQ=");
    assertThat(Hmac.matchesHex(KEY, BODY, HEX)).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "e6e9d7a842a48e17f43a34d6125d0d93",
        "E6E9D7A842A48E17F43A34D6125D0D933E2AAB92EE37F0993A4D493B50E3D438",
        " e6e9d7a842a48e17f43a34d6125d0d933e2aab92ee37f0993a4d493b50e3d438",
        "e6e9d7a842a48e17f43a34d6125d0d933e2aab92ee37f0993a4d493b50e3d439"
      })
  void matchesNothingElse(String given) {
    assertThat(Hmac.matchesHex(KEY, BODY, given)).isFalse();
  }

  @Test
  void matchesNothingWithoutAKey() {
    assertThat(Hmac.matchesHex(Secret.of(" "), BODY, HEX)).isFalse();
    assertThat(Hmac.matchesBase64(Secret.of(null), BODY, HEX)).isFalse();
    assertThatThrownBy(() -> Hmac.hex(Secret.of(""), BODY))
        .isInstanceOf(IllegalStateException.class);
  }
}

package org.communitydesk.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|an empty body",
        "' '|an empty body",
        "{|not valid JSON",
        "{} {}|not valid JSON",
        "{\"a\":1,\"a\":2}|not valid JSON",
        "NaN|not valid JSON"
      })
  void saysWhyItCannotRead(String body, String reason) {
    assertThatThrownBy(() -> Json.read(bytes(body)))
        .isInstanceOf(Json.Unreadable.class)
        .hasMessage(reason);
  }

  @Test
  void refusesWhatIsNotStrictUtf8() {
    for (byte[] body :
        List.of(
            new byte[] {'"', (byte) 0xff, '"'},
            new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'},
            new byte[] {'"', (byte) 0xc0, (byte) 0x80, '"'},
            "{}".getBytes(StandardCharsets.UTF_16))) {
      assertThatThrownBy(() -> Json.read(body)).hasMessage("not UTF-8");
    }
  }

  @Test
  void refusesDepthLengthAndDigitsWithoutBound() {
    for (String bomb :
        List.of(
            "[".repeat(65) + "]".repeat(65),
            "[".repeat(1_000_000),
            "\"" + "ы".repeat(100_001) + "\"",
            "9".repeat(101))) {
      assertThatThrownBy(() -> Json.read(bytes(bomb)))
          .isInstanceOf(Json.Unreadable.class)
          .hasMessageContaining("longer than");
    }
  }

  @Test
  void readsUpToTheBounds() throws Json.Unreadable {
    assertThat(Json.read(bytes("[".repeat(64) + "]".repeat(64))).isArray()).isTrue();
    assertThat(Json.read(bytes("\"" + "ы".repeat(100_000) + "\"")).asText()).hasSize(100_000);
  }

  @Test
  void replacesNulAndHalvesOfPairsOnly() {
    assertThat(Json.clean("a\0b\ud83dc\ude00d😀ё\n\uFFFF"))
        .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd😀ё\n\uFFFF");
  }

  @Test
  void writesStrictUtf8WhateverItRead() throws Json.Unreadable {
    byte[] written = Json.write(Json.read(bytes("{\"a\":\"\\ud83d\\u0000😀\"}")));

    assertThat(Json.read(written).path("a").asText()).isEqualTo("\uFFFD\0😀");
  }
}

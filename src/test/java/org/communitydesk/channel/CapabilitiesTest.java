package org.communitydesk.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CapabilitiesTest {

  @ParameterizedTest
  @EnumSource(Platform.class)
  void hasARowForEveryPlatform(Platform platform) {
    Capabilities row = Capabilities.of(platform);

    assertThat(row.textLimits().containsKey(Kind.COMMENT))
        .isEqualTo(row.can(Capability.HEAR_COMMENTS))
        .isEqualTo(row.can(Capability.REPLY_COMMENT));
    assertThat(row.textLimits().containsKey(Kind.PRIVATE))
        .isEqualTo(row.can(Capability.HEAR_PRIVATE))
        .isEqualTo(row.can(Capability.REPLY_PRIVATE));
    assertThat(row.can(Capability.BAN)).isEqualTo(row.can(Capability.UNBAN));
  }

  @Test
  void takesAwayWhatSettingsLack() {
    Capabilities vk = Capabilities.of(Platform.VK);

    assertThat(vk.without(Capability.BAN).can(Capability.BAN)).isFalse();
    assertThat(vk.can(Capability.BAN)).isTrue();
    assertThat(
            Capabilities.of(Platform.FACEBOOK)
                .withoutExtendedWindows()
                .window(Kind.PRIVATE)
                .orElseThrow()
                .longest())
        .isEqualTo(Duration.ofHours(24));
  }

  @Test
  void knowsNoLimitForWhatIsNotThere() {
    assertThatThrownBy(() -> Capabilities.of(Platform.VIBER).textLimit(Kind.COMMENT))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          UTF16    | привет                                  | 6
          UTF16    | 😀                                      | 2
          BYTES    | привет                                  | 12
          WEIGHTED | привет                                  | 6
          WEIGHTED | 😀                                      | 2
          WEIGHTED | 日本                                    | 4
          WEIGHTED | см. https://example.com/очень/длинный   | 27
          WEIGHTED | см. example.com/очень/длинный/путь      | 27
          WEIGHTED | см. mironline.ru                        | 27
          WEIGHTED | пишите на a@example.com                 | 23
          WEIGHTED | т.е. 3.14                               | 9
          WEIGHTED | @anna @boris привет                     | 6
          WEIGHTED | привет @anna                            | 12
          """,
      delimiter = '|')
  void countsAsThePlatformDoes(Counting counting, String text, int length) {
    assertThat(counting.count(text)).isEqualTo(length);
  }
}

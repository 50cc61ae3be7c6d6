package org.communitydesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.communitydesk.conversation.Platform;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class PlatformNamesTest {

  private static final Pattern ENTRY = Pattern.compile("(?m)^  (\\w+): '([^']+)',$");

  @Test
  void thePagesKnowThePlatformsAsTheServerDoes() throws Exception {
    String script =
        new ClassPathResource("static/kit/platforms.js").getContentAsString(StandardCharsets.UTF_8);
    assertThat(ENTRY.matcher(script).results().map(one -> one.group(1) + " " + one.group(2)))
        .containsExactlyElementsOf(
            Arrays.stream(Platform.values()).map(one -> one.id() + " " + one.title()).toList());
  }
}

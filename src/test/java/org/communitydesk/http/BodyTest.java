package org.communitydesk.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 7, 200_000})
  void readsAllWhateverWasPromised(int declared) throws IOException {
    byte[] sent = new byte[200_000];
    sent[199_999] = 1;

    assertThat(Body.read(new ByteArrayInputStream(sent), declared, 200_000, LONG)).isEqualTo(sent);
  }

  @Test
  void readsNothingOfABodyThatIsPromisedTooLong() {
    InputStream untouched =
        new InputStream() {
          @Override
          public int read() {
            throw new AssertionError("was read");
          }

          @Override
          public int read(byte[] to, int off, int len) {
            throw new AssertionError("was read");
          }
        };

    assertThatThrownBy(() -> Body.read(untouched, 11, 10, LONG)).isInstanceOf(Body.TooLong.class);
    assertThatThrownBy(() -> Body.skip(untouched, 11, 10, LONG)).isInstanceOf(Body.TooLong.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1})
  void stopsAtTheLimitWhateverWasPromised(int declared) {
    InputStream more = new ByteArrayInputStream(new byte[11]);

    assertThatThrownBy(() -> Body.read(more, declared, 10, LONG)).isInstanceOf(Body.TooLong.class);
  }

  @Test
  void doesNotWaitForWhoeverTrickles() {
    InputStream trickle =
        new InputStream() {
          @Override
          public int read() {
            return 1;
          }

          @Override
          public int read(byte[] to, int off, int len) {
            return 1;
          }
        };

    assertThatThrownBy(() -> Body.read(trickle, -1, Integer.MAX_VALUE, Duration.ofMillis(5)))
        .isInstanceOf(Body.TooSlow.class);
    assertThatThrownBy(() -> Body.skip(trickle, -1, Integer.MAX_VALUE, Duration.ofMillis(5)))
        .isInstanceOf(Body.TooSlow.class);
  }
}

package org.communitydesk.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class AdmissionTest {

  private final Admission admission = new Admission(new IntakeProperties(0, 1));

  @Test
  void sendsAwayWhatFindsNoPlaceInTimeAndTakesItLater() throws IOException {
    String inside =
        admission.asWorker(
            () -> {
              assertThatThrownBy(() -> admission.asWorker(() -> "second"))
                  .isInstanceOf(Admission.Full.class);
              return "first";
            });

    assertThat(inside).isEqualTo("first");
    assertThat(admission.<String>asWorker(() -> "third")).isEqualTo("third");
  }

  @Test
  void leavesRoomForASmallBodyWhateverTheLargeOnesTake() throws IOException {
    long heap = Runtime.getRuntime().maxMemory();

    String small =
        admission.withRoom(
            heap / 16 - 1024 * 1024,
            () -> {
              assertThatThrownBy(() -> admission.withRoom(4 * 1024 * 1024, () -> "large"))
                  .isInstanceOf(Admission.Full.class);
              return admission.withRoom(2_000, () -> "small");
            });

    assertThat(small).isEqualTo("small");
  }

  @Test
  void givesAPlaceBackWhateverHappensInIt() throws IOException {
    assertThatThrownBy(
            () ->
                admission.asWorker(
                    () -> {
                      throw new StackOverflowError("planted");
                    }))
        .isInstanceOf(StackOverflowError.class);

    assertThat(admission.<String>asWorker(() -> "next")).isEqualTo("next");
  }
}

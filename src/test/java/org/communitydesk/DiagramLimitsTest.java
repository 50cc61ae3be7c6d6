package org.communitydesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.communitydesk.contract.DiagramLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A diagram is read at a glance: few boxes on a level, nothing on top of anything else. */
class DiagramLimitsTest {

  private static final DiagramLimits DIAGRAMS = new DiagramLimits(Path.of(""));
  private static final int MOST = 25;
  private static final Map<String, Integer> FEWER =
      Map.of(
          "scheme-1-constructive", 15,
          "scheme-2-violation", 15,
          "scheme-3-negative", 15,
          "appeal", 20);

  /** Their story is a loop within a loop: account by account or group by group, part by part. */
  private static final Set<String> TURN_OFTEN = Set.of("reconcile-bans", "retention");

  static Set<String> diagrams() {
    return DIAGRAMS.names();
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  void noLevelShowsMoreThanAPersonTakesIn(String diagram) {
    assertThat(DIAGRAMS.firstLevel(diagram))
        .extracting(FlowNode::getId)
        .hasSizeLessThanOrEqualTo(FEWER.getOrDefault(diagram, MOST));
    assertThat(DIAGRAMS.levelsOver(diagram, MOST)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  void nothingLiesOnAnythingElse(String diagram) {
    assertThat(DIAGRAMS.untidy(diagram)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "scheme-1-constructive, isAnswerKnown, Ответ есть в скриптах и базе знаний?",
    "scheme-3-negative, isNegativeSettled, Негатив снят?"
  })
  void theDecisionOfTheSlideStandsInTheMiddle(String scheme, String gateway, String question) {
    FlowNode decision =
        DIAGRAMS.firstLevel(scheme).stream()
            .filter(node -> node.getId().equals(gateway))
            .findFirst()
            .orElseThrow();
    assertThat(decision.getName()).isEqualTo(question);
    assertThat(decision.getOutgoing())
        .extracting(FlowElement::getName)
        .containsExactlyInAnyOrder("ДА", "НЕТ");
  }

  @Test
  void schemeTwoIsOneLineWithoutADecision() {
    assertThat(DIAGRAMS.firstLevel("scheme-2-violation")).noneMatch(Gateway.class::isInstance);
    assertThat(DIAGRAMS.back("scheme-2-violation")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  void aStoryIsReadFromLeftToRightAndTurnsBackOnceAtMost(String diagram) {
    assertThat(DIAGRAMS.back(diagram))
        .hasSizeLessThanOrEqualTo(TURN_OFTEN.contains(diagram) ? 3 : 1);
  }

  @Test
  void theLadderThatIsDrawnIsTheLadderOfTheTable() {
    assertThat(
            DIAGRAMS
                .firstLevel("scheme-2-violation")
                .get(0)
                .getParentElement()
                .getChildElementsByType(TextAnnotation.class))
        .extracting(note -> note.getText().getTextContent())
        .contains("Лестница мер: " + String.join(" → ", DIAGRAMS.ladder()));
  }
}

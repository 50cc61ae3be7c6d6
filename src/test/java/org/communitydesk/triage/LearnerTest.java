package org.communitydesk.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LearnerTest {

  private static final List<String> BAD =
      List.of("не работает", "ужасный сервис", "опять обманули", "второй день жду", "хамят");
  private static final List<String> GOOD =
      List.of("спасибо большое", "отличный банк", "всё понравилось", "быстро помогли", "супер");
  private static final List<String> SPAM =
      List.of("заработок без вложений", "пиши в личку", "казино дарит бонус", "ставки на спорт");
  private static final List<String> ABOUT =
      List.of("приложение", "карта", "отделение на Ленина", "оператор", "перевод", "кешбэк");

  private final Random random = new Random(1);

  @Test
  void learnsMoodAndClassFromOneMixedFeed() {
    Classifier classifier = Learner.learn(mixed()).classifier();
    assertThat(answer(classifier, Question.SENTIMENT, "Кешбэк: опять обманули"))
        .isEqualTo(Sentiment.NEGATIVE);
    assertThat(answer(classifier, Question.SENTIMENT, "Оператор супер, спасибо большое"))
        .isEqualTo(Sentiment.POSITIVE);
    assertThat(answer(classifier, Question.APPEAL_CLASS, "Казино дарит бонус, пиши в личку"))
        .isEqualTo(AppealClass.NON_CONSTRUCTIVE);
    assertThat(answer(classifier, Question.APPEAL_CLASS, "Как работает карта?"))
        .isEqualTo(AppealClass.CONSTRUCTIVE);
  }

  @Test
  void whatWasJudgedByMoodAloneIsNoViolation() {
    Classifier classifier = Learner.learn(mixed()).classifier();
    assertThat(answer(classifier, Question.APPEAL_CLASS, "Ужасный сервис, второй день жду перевод"))
        .isEqualTo(AppealClass.CONSTRUCTIVE);
  }

  @Test
  void measuresItselfWithWhatItHasNotLearnt() {
    assertThat(Learner.learn(mixed()).quality(all -> true)).isGreaterThan(0.9);
    List<LabeledText> garbage =
        mixed().stream()
            .map(
                one ->
                    new LabeledText(
                        one.text(),
                        null,
                        random.nextBoolean() ? Sentiment.POSITIVE : Sentiment.NEGATIVE,
                        one.at()))
            .toList();
    assertThat(Learner.learn(garbage).quality(all -> true)).isLessThan(0.75);
  }

  @Test
  void learnsNothingFromAHandful() {
    Learner learner = Learner.learn(mixed().subList(0, 4));
    assertThat(learner.quality(all -> true)).isNaN();
    assertThat(learner.classifier().answer(Question.SENTIMENT, TextFeatures.of("да"))).isEmpty();
  }

  @Test
  void oneAnswerAloneTeachesNothing() {
    List<LabeledText> same =
        mixed().stream()
            .map(one -> lesson(one.text(), AppealClass.CONSTRUCTIVE, one.sentiment()))
            .toList();
    Classifier classifier = Learner.learn(same).classifier();
    assertThat(classifier.answer(Question.APPEAL_CLASS, TextFeatures.of("да"))).isEmpty();
  }

  @Test
  void whatWasLearntComesBackFromItsBytes() {
    Classifier classifier = Learner.learn(mixed()).classifier();
    Classifier read = Classifier.of(classifier.toBytes()).orElseThrow();
    SparseVector text = TextFeatures.of("Опять не работает приложение");
    assertThat(read.answer(Question.SENTIMENT, text).orElseThrow().confidence())
        .isEqualTo(classifier.answer(Question.SENTIMENT, text).orElseThrow().confidence());
  }

  @Test
  void anyTextHasFeatures() {
    for (String text : List.of("", "   ", "👍", "https://t.me/x", "а".repeat(20_000), "\uD83D")) {
      assertThat(TextFeatures.of(text).places()).as(text).isNotEmpty();
    }
  }

  private static Enum<?> answer(Classifier classifier, Question question, String text) {
    return classifier.answer(question, TextFeatures.of(text)).orElseThrow().voice().answer();
  }

  private List<LabeledText> mixed() {
    List<LabeledText> lessons = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      lessons.add(lesson(any(ABOUT) + ": " + any(BAD), null, Sentiment.NEGATIVE));
      lessons.add(lesson(any(ABOUT) + " " + any(GOOD), null, Sentiment.POSITIVE));
      lessons.add(lesson(any(SPAM) + ", " + any(SPAM), AppealClass.NON_CONSTRUCTIVE, null));
      lessons.add(lesson("Как работает " + any(ABOUT) + "?", AppealClass.CONSTRUCTIVE, null));
    }
    return lessons;
  }

  private static LabeledText lesson(String text, AppealClass appealClass, Sentiment sentiment) {
    return new LabeledText(text, appealClass, sentiment, Instant.EPOCH);
  }

  private String any(List<String> of) {
    return of.get(random.nextInt(of.size())) + " ".repeat(random.nextInt(2));
  }
}

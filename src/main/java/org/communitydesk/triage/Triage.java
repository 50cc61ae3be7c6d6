package org.communitydesk.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.communitydesk.triage.Classifier.Answer;
import org.communitydesk.triage.Models.Model;
import org.springframework.stereotype.Component;

/** Suggests what a text is: as learnt, and as the rules say where nothing was learnt. */
@Component
public class Triage {

  private final StartRules rules;
  private final Models models;

  Triage(StartRules rules, Models models) {
    this.rules = rules;
    this.models = models;
  }

  /** Suggestions in the order of the texts; no text is null. */
  public List<Suggestion> suggest(List<String> texts) {
    Optional<Model> model = models.current();
    List<RulePrediction> guesses = rules.guess(texts);
    List<Suggestion> suggestions = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      RulePrediction rulePrediction = guesses.get(i);
      suggestions.add(
          model
              .map(one -> learnt(one, text, rulePrediction))
              .orElseGet(
                  () ->
                      new Suggestion(
                          rulePrediction.appealClass(),
                          rulePrediction.confidence(),
                          rulePrediction.sentiment(),
                          rulePrediction.urgent(),
                          rulePrediction.words(),
                          0)));
    }
    return suggestions;
  }

  /** Decisions that the version that speaks has learnt from; 0 when only the rules speak. */
  public int trainedOn() {
    return models.current().map(Model::trainedOn).orElse(0);
  }

  private static Suggestion learnt(Model model, String text, RulePrediction rulePrediction) {
    SparseVector features = TextFeatures.of(text);
    Optional<Answer> kind = model.classifier().answer(Question.APPEAL_CLASS, features);
    Optional<Answer> mood = model.classifier().answer(Question.SENTIMENT, features);
    List<String> reasons = new ArrayList<>(rulePrediction.words());
    kind.map(one -> FeatureAttribution.words(one.voice(), text)).ifPresent(reasons::addAll);
    return new Suggestion(
        kind.map(one -> (AppealClass) one.voice().answer()).orElse(rulePrediction.appealClass()),
        kind.map(Answer::confidence).orElse(rulePrediction.confidence()),
        mood.map(one -> (Sentiment) one.voice().answer()).orElse(rulePrediction.sentiment()),
        rulePrediction.urgent(),
        reasons.stream().distinct().limit(FeatureAttribution.MOST).toList(),
        model.trainedOn());
  }
}

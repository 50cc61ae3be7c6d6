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
    List<Guess> guesses = rules.guess(texts);
    List<Suggestion> suggestions = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      Guess guess = guesses.get(i);
      suggestions.add(
          model
              .map(one -> learnt(one, text, guess))
              .orElseGet(
                  () ->
                      new Suggestion(
                          guess.appealClass(),
                          guess.confidence(),
                          guess.sentiment(),
                          guess.urgent(),
                          guess.words(),
                          0)));
    }
    return suggestions;
  }

  /** Decisions that the version that speaks has learnt from; 0 when only the rules speak. */
  public int trainedOn() {
    return models.current().map(Model::trainedOn).orElse(0);
  }

  private static Suggestion learnt(Model model, String text, Guess guess) {
    Sparse features = TextFeatures.of(text);
    Optional<Answer> kind = model.classifier().answer(Question.APPEAL_CLASS, features);
    Optional<Answer> mood = model.classifier().answer(Question.SENTIMENT, features);
    List<String> reasons = new ArrayList<>(guess.words());
    kind.map(one -> Telling.words(one.voice(), text)).ifPresent(reasons::addAll);
    return new Suggestion(
        kind.map(one -> (AppealClass) one.voice().answer()).orElse(guess.appealClass()),
        kind.map(Answer::confidence).orElse(guess.confidence()),
        mood.map(one -> (Sentiment) one.voice().answer()).orElse(guess.sentiment()),
        guess.urgent(),
        reasons.stream().distinct().limit(Telling.MOST).toList(),
        model.trainedOn());
  }
}

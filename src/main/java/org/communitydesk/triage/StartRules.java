package org.communitydesk.triage;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.communitydesk.policy.Claims;
import org.communitydesk.policy.CommunityRules;
import org.communitydesk.policy.CommunityRules.Hit;
import org.communitydesk.policy.Thanks;
import org.springframework.stereotype.Component;

/** What is known before anything was learnt: broken rules, thanks, money, and words of a mood. */
@Component
class StartRules {

  private static final Pattern BAD =
      words(
          "не работает|не работают|не могу|не приш[её]л\\p{L}*|не отвеча\\p{L}*|не помо\\p{L}*"
              + "|ужас\\p{L}*|кошмар\\p{L}*|отвратит\\p{L}*|позор\\p{L}*|безобраз\\p{L}*|хамств\\p{L}*"
              + "|обман\\p{L}*|развод|украли|мошенни\\p{L}*|сколько можно|надоел\\p{L}*|достал[иао]?"
              + "|опять|снова|второй день|третий день|плох\\p{L}*|худш\\p{L}*|разочарова\\p{L}*"
              + "|возмут\\p{L}*|издева\\p{L}*|жалоб\\p{L}*|блокир\\p{L}*|заблокир\\p{L}*|зависа\\p{L}*"
              + "|навяз\\p{L}*|никогда больше|потерял\\p{L}*|ошибк\\p{L}*|сбой\\p{L}*|глюч\\p{L}*");
  private static final Pattern GOOD =
      words(
          "спасибо|благодар\\p{L}*|отличн\\p{L}*|прекрасн\\p{L}*|удобн\\p{L}*|супер|молодц\\p{L}*"
              + "|рекоменд\\p{L}*|довол[её]?н\\p{L}*|быстро|вежлив\\p{L}*|помогл[ои]|люблю|лучш\\p{L}*"
              + "|замечательн\\p{L}*|нравится|приятн\\p{L}*|радует");
  private static final Pattern HURRY =
      words("срочно|немедленно|украли|мошенни\\p{L}*|взлом\\p{L}*|списал\\p{L}*|потерял\\p{L}*");
  private static final double BROKEN = 0.9;
  private static final double CLEAR = 0.7;
  private static final double UNCLEAR = 0.5;

  private final CommunityRules rules;
  private final Thanks thanks;
  private final Claims claims;

  StartRules(CommunityRules rules, Thanks thanks, Claims claims) {
    this.rules = rules;
    this.thanks = thanks;
    this.claims = claims;
  }

  List<RulePrediction> guess(List<String> texts) {
    List<List<Hit>> hits = rules.detectAll(texts);
    return IntStream.range(0, texts.size())
        .mapToObj(i -> guess(texts.get(i), hits.get(i)))
        .toList();
  }

  private RulePrediction guess(String text, List<Hit> hits) {
    Set<String> bad = found(BAD, text);
    Set<String> good = found(GOOD, text);
    boolean urgent = claims.isClaim(text) && HURRY.matcher(text).find();
    Sentiment sentiment =
        !hits.isEmpty() || bad.size() > good.size()
            ? Sentiment.NEGATIVE
            : good.isEmpty() ? Sentiment.NEUTRAL : Sentiment.POSITIVE;
    if (!hits.isEmpty()) {
      List<String> words = hits.stream().flatMap(hit -> hit.words().stream()).distinct().toList();
      return new RulePrediction(AppealClass.NON_CONSTRUCTIVE, BROKEN, sentiment, urgent, words);
    }
    if (thanks.isThanks(text)) {
      return new RulePrediction(
          AppealClass.NO_REACTION, CLEAR, sentiment, urgent, List.copyOf(good));
    }
    return sentiment == Sentiment.NEGATIVE
        ? new RulePrediction(
            AppealClass.CONSTRUCTIVE_NEGATIVE, CLEAR, sentiment, urgent, List.copyOf(bad))
        : new RulePrediction(AppealClass.CONSTRUCTIVE, UNCLEAR, sentiment, urgent, List.of());
  }

  private static Set<String> found(Pattern pattern, String text) {
    Set<String> found = new LinkedHashSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  private static Pattern words(String any) {
    return Pattern.compile(
        "(?<!\\p{L})(?:" + any + ")(?!\\p{L})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}

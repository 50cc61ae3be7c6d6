package org.communitydesk.policy;

import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Tells plain thanks, and that a matter has settled itself, from everything else. */
@Component
public class Thanks {

  private static final Pattern THANKS =
      words("спасибо|спс|благодар\\p{L}*|помогл[ои]|разобрал\\p{L}*");

  /** Thanks with a «но» in them, with a question or a denial, are more than thanks. */
  private static final Pattern MORE =
      words("но|однако|не|нет|опять|снова|за ничего|когда|почему|\\p{L}*т?ся ли");

  private static final Pattern SETTLED =
      words(
          "(?:вопрос|проблема) (?:уже |сам[аи]? |больше )?(?:решил(?:ся|ась)|реш[её]н(?:а)?|снят(?:а)?|закрыт(?:а)?)"
              + "|(?:сам[аи]? )?(?:уже )?(?:вс[её] )?разобрал(?:ся|ась|ись)"
              + "|вс[её] (?:уже )?(?:заработало|работает|решилось|пришло|получилось)"
              + "|(?:уже|больше) не (?:нужно|надо|актуально)|неактуально|отбой"
              + "|ответ (?:уже |больше )?не нужен");

  private static final Pattern NOT_SETTLED =
      words("но|однако|опять|снова|когда|почему|не разобрал(?:ся|ась|ись)|ещё|еще|если");

  Thanks() {}

  /** Whether the text thanks and says nothing else; what is in doubt is no thanks. */
  public boolean isThanks(String text) {
    return text.indexOf('?') < 0 && THANKS.matcher(text).find() && !MORE.matcher(text).find();
  }

  /** Whether the text says that no answer is needed any more; what is in doubt does not. */
  public boolean isSettled(String text) {
    return text.indexOf('?') < 0
        && SETTLED.matcher(text).find()
        && !NOT_SETTLED.matcher(text).find();
  }

  private static Pattern words(String any) {
    return Pattern.compile(
        "(?<!\\p{L})(?:" + any + ")(?!\\p{L})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}

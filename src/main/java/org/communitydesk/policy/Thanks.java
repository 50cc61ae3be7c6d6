package org.communitydesk.policy;

import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Tells plain thanks from everything else. */
@Component
public class Thanks {

  private static final Pattern THANKS =
      words("спасибо|спс|благодар\\p{L}*|помогл[ои]|разобрал\\p{L}*");

  /** Thanks with a «но» in them, with a question or a denial, are more than thanks. */
  private static final Pattern MORE =
      words("но|однако|не|нет|опять|снова|за ничего|когда|почему|\\p{L}*т?ся ли");

  Thanks() {}

  /** Whether the text thanks and says nothing else; what is in doubt is no thanks. */
  public boolean isThanks(String text) {
    return text.indexOf('?') < 0 && THANKS.matcher(text).find() && !MORE.matcher(text).find();
  }

  private static Pattern words(String any) {
    return Pattern.compile(
        "(?<!\\p{L})(?:" + any + ")(?!\\p{L})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}

package org.communitydesk.policy;

import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Tells that somebody who is shut out objects to it; of anybody else the words say nothing. */
@Component
public class Objections {

  private static final Pattern OBJECTION =
      Pattern.compile(
          "(?<!\\p{L})(?:(?:я )?(?:не ?согласен|не ?согласна|не ?согласны)|за ?что (?:вы )?(?:меня"
              + " |мне )?(?:за)?(?:бан\\p{L}*|блок\\p{L}*|мут\\p{L}*)|(?:почему|зачем) (?:вы"
              + " )?(?:меня|мне)"
              + " (?:за)?(?:бан\\p{L}*|блок\\p{L}*|мут\\p{L}*)|разбан\\p{L}*|(?:раз|от)блокируйте"
              + " (?:меня|мой (?:аккаунт|профиль))|(?:снимите|уберите|отмените) (?:с меня"
              + " )?(?:бан|мут|блокировку|запрет|меру)|оспор\\p{L}*|обжал\\p{L}*)(?!\\p{L})",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  Objections() {}

  /** Whether the text asks to take a measure back, or says that it is wrong. */
  public boolean isObjection(String text) {
    return OBJECTION.matcher(text).find();
  }
}

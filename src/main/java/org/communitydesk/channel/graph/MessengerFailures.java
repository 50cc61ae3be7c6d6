package org.communitydesk.channel.graph;

import static org.communitydesk.channel.graph.GraphFailures.Verdict.lockedOut;
import static org.communitydesk.channel.graph.GraphFailures.Verdict.refused;

import java.util.Map;
import org.communitydesk.channel.graph.GraphFailures.Verdict;

/** What private messages on Messenger and Instagram can run into. */
public final class MessengerFailures {

  private static final String LATE = "человек писал слишком давно: ответить лично уже нельзя";
  private static final String CLOSED = "человек не может или не хочет получать наши сообщения";

  /** The table for Facebook and Instagram, beside the Graph API's common errors. */
  public static final Map<String, Verdict> ALL =
      Map.ofEntries(
          Map.entry("10/2018278", refused(LATE)),
          Map.entry("10/2534022", refused(LATE)),
          Map.entry("10/2018108", refused(CLOSED)),
          Map.entry("10/2018300", refused("беседу ведёт другое приложение")),
          Map.entry("2018300", refused("беседу ведёт другое приложение")),
          Map.entry("551", refused(CLOSED)),
          Map.entry("551/1545041", refused(CLOSED)),
          Map.entry("200/1545041", refused(CLOSED)),
          Map.entry("10/1893063", lockedOut("Meta ограничила страницу")),
          Map.entry("100/2018001", refused("такого человека нет")),
          Map.entry("100/2018109", refused("файл слишком большой")),
          Map.entry("100/2018008", refused("Meta не смогла взять файл")),
          Map.entry("100/2534014", refused("такого человека нет")),
          Map.entry("100/2534025", refused("на этот комментарий нельзя ответить лично")),
          Map.entry("100/2534029", lockedOut("Meta запретила аккаунту писать сообщения")),
          Map.entry("200/2534041", lockedOut("владелец закрыл доступ к сообщениям")),
          Map.entry("10/2534077", lockedOut("связь страницы и аккаунта нарушена")),
          Map.entry("613/2018338", refused("Meta предупреждает о злоупотреблении меткой")),
          Map.entry("9000001", refused("сообщение удалено")),
          Map.entry("10900", refused("на этот комментарий уже ответили лично")));

  private MessengerFailures() {}
}

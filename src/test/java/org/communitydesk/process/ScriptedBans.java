package org.communitydesk.process;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.communitydesk.channel.BanList;
import org.communitydesk.channel.Capabilities;
import org.communitydesk.channel.StandingBan;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Platform;
import org.communitydesk.http.CallFailure;

/**
 * A platform whose blacklist the test writes; it fails, or stops in a call, where it is told to.
 */
public final class ScriptedBans implements InvocationHandler {

  private final Account account;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Set<String> busy = ConcurrentHashMap.newKeySet();
  private final Set<String> refused = ConcurrentHashMap.newKeySet();
  private final Set<String> banned = ConcurrentHashMap.newKeySet();
  private volatile List<String> pages = new ArrayList<>();
  private volatile Runnable inTheCall = () -> {};

  public ScriptedBans(String platform) {
    account = new Account(Platform.of(platform).orElseThrow(), "scripted");
  }

  public BanList channel() {
    return (BanList)
        Proxy.newProxyInstance(
            BanList.class.getClassLoader(), new Class<?>[] {BanList.class}, this);
  }

  Account account() {
    return account;
  }

  /** So many pages with one person each, whose ids are made by that pattern. */
  public void pages(int count, String pattern) {
    pages = IntStream.range(0, count).mapToObj(pattern::formatted).toList();
    banned.addAll(pages);
  }

  void ban(String person) {
    banned.add(person);
  }

  /** The next call about that person, or for that page, is answered "not now". */
  public void busyAt(String personOrPage) {
    busy.add(personOrPage);
  }

  public void refusesAbout(String person) {
    refused.add(person);
  }

  /** Run within every call, which goes on when that returns. */
  void during(Runnable call) {
    inTheCall = call;
  }

  /** Who and which pages were asked for. */
  List<String> asked() {
    return asked;
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws CallFailure {
    return switch (method.getName()) {
      case "account" -> account;
      case "as" -> Optional.of(proxy).filter(((Class<?>) arguments[0])::isInstance);
      case "capabilities" -> Capabilities.of(account.platform());
      case "limits" -> List.of();
      case "bans" -> page((String) arguments[0]);
      case "ban" -> person((String) arguments[0]);
      case "toString" -> account.toString();
      case "hashCode" -> System.identityHashCode(proxy);
      case "equals" -> proxy == arguments[0];
      default -> throw new UnsupportedOperationException(method.getName());
    };
  }

  private BanList.Part page(String cursor) throws CallFailure {
    String at = cursor == null ? "0" : cursor;
    called(at);
    int page = Integer.parseInt(at);
    String next = page + 1 < pages.size() ? String.valueOf(page + 1) : null;
    List<StandingBan> bans =
        page < pages.size() ? List.of(standing(pages.get(page))) : List.<StandingBan>of();
    return new BanList.Part(bans, next, pages.size());
  }

  private Optional<StandingBan> person(String id) throws CallFailure {
    called(id);
    if (refused.contains(id)) {
      throw new CallFailure.Refused("Не скажу");
    }
    return banned.contains(id) ? Optional.of(standing(id)) : Optional.empty();
  }

  private void called(String at) throws CallFailure {
    asked.add(at);
    inTheCall.run();
    if (busy.remove(at)) {
      throw new CallFailure.Busy("Не сейчас", Duration.ofMinutes(1));
    }
  }

  private static StandingBan standing(String person) {
    return new StandingBan(person, "", Instant.parse("2026-11-01T00:00:00Z"), null, false);
  }
}

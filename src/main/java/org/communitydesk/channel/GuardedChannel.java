package org.communitydesk.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.communitydesk.channel.CallListener.Call;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Attachment;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.http.CallFailure;
import org.communitydesk.http.Quota;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A leaf behind what holds for all of them: what it is not able to is refused without a call, and
 * failing calls are told to the listener, so that no caller can forget it. It has every ability by
 * its type; {@link #as} tells which ones the leaf has.
 */
final class GuardedChannel implements Polled, ProfileLookup, BanList, StaffLookup, Templated {

  private static final Logger log = LoggerFactory.getLogger(GuardedChannel.class);

  private final Channel leaf;
  private final Optional<CallListener> listener;
  private final Map<Limit.Of, Quota> told = new ConcurrentHashMap<>();

  GuardedChannel(Channel leaf, Optional<CallListener> listener) {
    this.leaf = leaf;
    this.listener = listener;
  }

  @Override
  public <T extends Channel> Optional<T> as(Class<T> ability) {
    return ability.isInstance(leaf) ? Optional.of(ability.cast(this)) : Optional.empty();
  }

  @Override
  public Account account() {
    return leaf.account();
  }

  @Override
  public Sender sender(Delivery delivery) {
    return leaf.sender(delivery);
  }

  @Override
  public int largestDelivery() {
    return leaf.largestDelivery();
  }

  @Override
  public Reception receive(Delivery delivery) {
    return leaf.receive(delivery);
  }

  @Override
  public InboundEvent understand(byte[] event) {
    return leaf.understand(event);
  }

  @Override
  public Capabilities capabilities() {
    return leaf.capabilities();
  }

  @Override
  public Optional<String> link(Reply reply) {
    return leaf.link(reply);
  }

  @Override
  public boolean endsBanOf(String personId) {
    return leaf.endsBanOf(personId);
  }

  @Override
  public List<Limit> limits() {
    return leaf.limits();
  }

  @Override
  public boolean isAsked() {
    return leaf instanceof Polled polled && polled.isAsked();
  }

  @Override
  public Duration keeps() {
    return with(Polled.class).keeps();
  }

  @Override
  public String reply(Reply reply) {
    reply.needs().forEach(this::demand);
    return call(Call.WRITE, () -> leaf.reply(reply));
  }

  @Override
  public void moderate(Act act) {
    demand(act.needs());
    call(
        Call.WRITE,
        () -> {
          leaf.moderate(act);
          return act;
        });
  }

  @Override
  public Health check() {
    return call(Call.CHECK, leaf::check);
  }

  @Override
  public ReadBack readBack(Reply reply, Instant since) {
    return call(Call.READ, () -> leaf.readBack(reply, since));
  }

  @Override
  public byte[] fetch(Attachment attachment, int maxBytes) {
    if (attachment.type() == Attachment.Type.OTHER || attachment.source().isEmpty()) {
      throw new CallFailure.Refused("Вложение этого вида не скачивается");
    }
    return call(Call.READ, () -> leaf.fetch(attachment, maxBytes));
  }

  @Override
  public Poll poll(String cursor) {
    return call(Call.POLL, () -> with(Polled.class).poll(cursor));
  }

  @Override
  public Map<String, Known> people(Collection<String> ids) {
    return call(Call.READ, () -> with(ProfileLookup.class).people(ids));
  }

  @Override
  public Part bans(String cursor) {
    demand(Capability.LIST_BANS);
    return call(Call.READ, () -> with(BanList.class).bans(cursor));
  }

  @Override
  public Optional<StandingBan> ban(String personId) {
    demand(Capability.READ_BAN);
    return call(Call.READ, () -> with(BanList.class).ban(personId));
  }

  @Override
  public boolean isStaff(String personId) {
    return call(Call.READ, () -> with(StaffLookup.class).isStaff(personId));
  }

  @Override
  public List<Template> templates() {
    demand(Capability.TEMPLATE);
    return call(Call.READ, () -> with(Templated.class).templates());
  }

  @Override
  public String toString() {
    return leaf.toString();
  }

  private void demand(Capability needed) {
    if (!leaf.capabilities().can(needed)) {
      throw new CallFailure.Refused(
          account().platform().title()
              + " не даёт этого через API ("
              + needed.title()
              + "): сделайте вручную");
    }
  }

  private <T extends Channel> T with(Class<T> ability) {
    if (!ability.isInstance(leaf)) {
      throw new CallFailure.Refused(account().platform().title() + " не даёт этого через API");
    }
    return ability.cast(leaf);
  }

  private <T> T call(Call call, Supplier<T> made) {
    try {
      return made.get();
    } catch (CallFailure failure) {
      tell(call, failure);
      throw failure;
    } finally {
      leaf.limits().forEach(this::tell);
    }
  }

  private void tell(Limit limit) {
    if (!limit.quota().equals(told.put(limit.of(), limit.quota()))) {
      tell(() -> listener.ifPresent(hears -> hears.limit(account(), limit)));
    }
  }

  private void tell(Call call, CallFailure failure) {
    if (failure instanceof CallFailure.LockedOut) {
      tell(
          () ->
              listener.ifPresent(hears -> hears.lockedOut(account(), call, failure.getMessage())));
    } else if (failure instanceof CallFailure.Busy busy) {
      tell(
          () ->
              listener.ifPresent(
                  hears -> hears.busy(account(), busy.getMessage(), busy.retryAfter())));
    }
  }

  private void tell(Runnable news) {
    try {
      news.run();
    } catch (RuntimeException trouble) {
      log.warn("The state of {} cannot be written now", account(), trouble);
    }
  }
}

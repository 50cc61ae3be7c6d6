package org.communitydesk.channelhealth;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.ChannelFactory;
import org.communitydesk.channel.ChannelSettings;
import org.communitydesk.channel.Delivery;
import org.communitydesk.channel.Health;
import org.communitydesk.channel.Limit;
import org.communitydesk.channel.Polled;
import org.communitydesk.channel.ReadBack;
import org.communitydesk.channel.Reception;
import org.communitydesk.channel.Reply;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Attachment;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.conversation.Platform;
import org.communitydesk.http.CallFailure;

/** A channel whose calls fail as the test says; {@code own-id} is all that it needs. */
final class ScriptedChannel implements Polled {

  static final Health WELL = new Health("Карта «Мир»", null, null, null);

  /** How the next calls fail; null for success. */
  static Supplier<CallFailure> failure;

  static Health health = WELL;
  static List<Limit> limits = List.of();
  static boolean asked;
  static ChannelSettings settings;

  private final Account account;

  private ScriptedChannel(Account account) {
    this.account = account;
  }

  static final class Maker implements ChannelFactory {

    @Override
    public Platform platform() {
      return Platform.VK;
    }

    @Override
    public Channel make(String name, ChannelSettings set) {
      if (name.equals("main")) {
        settings = set;
      }
      return new ScriptedChannel(new Account(Platform.VK, name));
    }
  }

  @Override
  public Account account() {
    return account;
  }

  @Override
  public Health check() {
    fail();
    return health;
  }

  @Override
  public List<Limit> limits() {
    return limits;
  }

  @Override
  public String reply(Reply reply) {
    fail();
    return "1";
  }

  @Override
  public byte[] fetch(Attachment attachment, int maxBytes) {
    fail();
    return new byte[0];
  }

  @Override
  public Poll poll(String cursor) {
    fail();
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isAsked() {
    return asked;
  }

  @Override
  public ReadBack readBack(Reply reply, Instant since) {
    return new ReadBack.CannotTell();
  }

  @Override
  public Reception receive(Delivery delivery) {
    throw new UnsupportedOperationException();
  }

  @Override
  public InboundEvent understand(byte[] event) {
    throw new UnsupportedOperationException();
  }

  private static void fail() {
    if (failure != null) {
      throw failure.get();
    }
  }
}

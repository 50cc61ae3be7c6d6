package org.communitydesk.channel;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.communitydesk.channel.CallListener.Call;
import org.communitydesk.http.CallFailure;
import org.communitydesk.http.Quota;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.ClassUtils;

/** A channel whose failing calls are told to the lookout, so that no caller can forget it. */
final class MonitoredChannel implements InvocationHandler {

  private static final Logger log = LoggerFactory.getLogger(MonitoredChannel.class);

  private final Channel channel;
  private final CallListener callListener;
  private final Map<Limit.Of, Quota> told = new ConcurrentHashMap<>();

  private MonitoredChannel(Channel channel, CallListener callListener) {
    this.channel = channel;
    this.callListener = callListener;
  }

  static Channel by(CallListener callListener, Channel channel) {
    Class<?>[] abilities =
        Arrays.stream(ClassUtils.getAllInterfaces(channel))
            .filter(Channel.class::isAssignableFrom)
            .toArray(Class<?>[]::new);
    return (Channel)
        Proxy.newProxyInstance(
            Channel.class.getClassLoader(), abilities, new MonitoredChannel(channel, callListener));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(channel, arguments);
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof CallFailure failure) {
        tell(call(method), failure);
      }
      throw thrown.getCause();
    } finally {
      channel.limits().forEach(this::tell);
    }
  }

  private void tell(Limit limit) {
    if (!limit.quota().equals(told.put(limit.of(), limit.quota()))) {
      tell(() -> callListener.limit(channel.account(), limit));
    }
  }

  private void tell(Call call, CallFailure failure) {
    if (failure instanceof CallFailure.LockedOut) {
      tell(() -> callListener.lockedOut(channel.account(), call, failure.getMessage()));
    } else if (failure instanceof CallFailure.Busy busy) {
      tell(() -> callListener.busy(channel.account(), busy.getMessage(), busy.retryAfter()));
    }
  }

  private void tell(Runnable news) {
    try {
      news.run();
    } catch (RuntimeException trouble) {
      log.warn("The state of {} cannot be written now", channel.account(), trouble);
    }
  }

  private static Call call(Method method) {
    return switch (method.getName()) {
      case "reply", "moderate" -> Call.WRITE;
      case "poll" -> Call.POLL;
      case "check" -> Call.CHECK;
      default -> Call.READ;
    };
  }
}

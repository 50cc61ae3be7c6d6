package org.communitydesk.engine;

import java.beans.FeatureDescriptor;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.joda.time.ReadableInstant;

/**
 * Stands first among the resolvers and refuses to look into anything but values and executions:
 * without it an expression reaches every class by reflection (CVE-2026-109432 in this engine).
 */
class HarmlessThings extends ELResolver {

  private static final List<Class<?>> HARMLESS =
      List.of(
          VariableScope.class,
          TypedValue.class,
          Map.class,
          Collection.class,
          CharSequence.class,
          Number.class,
          Boolean.class,
          Character.class,
          Enum.class,
          Date.class,
          TemporalAccessor.class,
          TemporalAmount.class,
          ReadableInstant.class);
  private static final Set<String> FORBIDDEN = Set.of("class", "getclass");

  @Override
  public Object getValue(ELContext context, Object base, Object property) {
    check(base, property);
    return null;
  }

  @Override
  public Object invoke(
      ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
    check(base, method);
    return null;
  }

  @Override
  public void setValue(ELContext context, Object base, Object property, Object value) {
    check(base, property);
  }

  @Override
  public Class<?> getType(ELContext context, Object base, Object property) {
    check(base, property);
    return null;
  }

  @Override
  public boolean isReadOnly(ELContext context, Object base, Object property) {
    check(base, property);
    return false;
  }

  @Override
  public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
    return null;
  }

  @Override
  public Class<?> getCommonPropertyType(ELContext context, Object base) {
    return Object.class;
  }

  private static void check(Object base, Object member) {
    if (base != null && (!isHarmless(base) || isForbidden(member))) {
      throw new ProcessEngineException(
          "Expressions may not use «" + member + "» of a " + base.getClass().getSimpleName());
    }
  }

  private static boolean isHarmless(Object base) {
    return base.getClass().isArray() || HARMLESS.stream().anyMatch(kind -> kind.isInstance(base));
  }

  private static boolean isForbidden(Object member) {
    return member != null && FORBIDDEN.contains(member.toString().strip().toLowerCase(Locale.ROOT));
  }
}

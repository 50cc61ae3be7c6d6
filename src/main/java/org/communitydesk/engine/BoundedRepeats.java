package org.communitydesk.engine;

import java.util.Collection;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Bounds how many instances of a step a variable may ask for, at the moment it asks. */
class BoundedRepeats extends AbstractBpmnParseListener {

  @Override
  public void parseMultiInstanceLoopCharacteristics(
      Element step, Element repeats, ActivityImpl activity) {
    if (!(activity.getActivityBehavior() instanceof MultiInstanceActivityBehavior behavior)) {
      return;
    }
    if (behavior.getLoopCardinalityExpression() != null) {
      behavior.setLoopCardinalityExpression(new Bounded(behavior.getLoopCardinalityExpression()));
    } else if (behavior.getCollectionExpression() != null) {
      behavior.setCollectionExpression(new Bounded(behavior.getCollectionExpression()));
    } else if (behavior.getCollectionVariable() != null) {
      behavior.setCollectionExpression(new Bounded(new Named(behavior.getCollectionVariable())));
    }
  }

  private record Bounded(Expression wanted) implements Expression {

    @Override
    public Object getValue(VariableScope scope) {
      return bounded(wanted.getValue(scope));
    }

    @Override
    public void setValue(Object value, VariableScope scope) {
      wanted.setValue(value, scope);
    }

    @Override
    public String getExpressionText() {
      return wanted.getExpressionText();
    }

    @Override
    public boolean isLiteralText() {
      return wanted.isLiteralText();
    }

    private static Object bounded(Object value) {
      if (value instanceof Number number) {
        Repeats.bound(number.longValue());
      } else if (value instanceof Collection<?> all) {
        Repeats.bound(all.size());
      } else if (value instanceof String text && text.matches("\\d{1,18}")) {
        Repeats.bound(Long.parseLong(text));
      }
      return value;
    }
  }

  private record Named(String variable) implements Expression {

    @Override
    public Object getValue(VariableScope scope) {
      return scope.getVariable(variable);
    }

    @Override
    public void setValue(Object value, VariableScope scope) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String getExpressionText() {
      return variable;
    }

    @Override
    public boolean isLiteralText() {
      return false;
    }
  }
}

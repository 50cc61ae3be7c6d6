package org.communitydesk.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The elements and attributes that a file may hold; what is not listed here is refused. */
enum Vocabulary {
  BPMN(
      Vocabulary.BPMN_SPACE,
      "id name",
      """
      b:definitions c:diagramRelationId targetNamespace expressionLanguage typeLanguage exporter exporterVersion m:executionPlatform m:executionPlatformVersion xsi:schemaLocation
      b:import
      b:process isExecutable isClosed processType c:historyTimeToLive c:isStartableInTasklist c:versionTag c:candidateStarterGroups c:candidateStarterUsers c:jobPriority c:taskPriority +template
      b:collaboration isClosed
      b:participant processRef
      b:messageFlow sourceRef targetRef messageRef
      b:laneSet
      b:lane
      b:childLaneSet
      b:flowNodeRef
      b:documentation textFormat
      b:extensionElements
      b:incoming
      b:outgoing
      b:text
      b:textAnnotation textFormat
      b:association sourceRef targetRef associationDirection
      b:group categoryValueRef
      b:category
      b:categoryValue value
      b:dataObject isCollection
      b:dataObjectReference dataObjectRef
      b:dataStore
      b:dataStoreReference dataStoreRef
      b:dataState
      b:property
      b:dataInputAssociation
      b:dataOutputAssociation
      b:sourceRef
      b:targetRef
      b:message
      b:signal
      b:error errorCode c:errorMessage
      b:escalation escalationCode
      b:task +activity
      b:manualTask +activity
      b:userTask +activity c:assignee c:candidateGroups c:candidateUsers c:dueDate c:followUpDate c:priority c:formKey c:formRef c:formRefBinding c:formRefVersion
      b:serviceTask +activity +work
      b:sendTask +activity +work messageRef
      b:receiveTask +activity messageRef instantiate
      b:businessRuleTask +activity +work c:decisionRef c:decisionRefBinding c:decisionRefVersion c:decisionRefVersionTag c:mapDecisionResult
      b:callActivity +activity calledElement c:calledElementBinding c:calledElementVersion c:calledElementVersionTag
      b:subProcess +activity triggeredByEvent
      b:transaction +activity
      b:adHocSubProcess +activity ordering cancelRemainingInstances
      b:exclusiveGateway +gateway
      b:inclusiveGateway +gateway
      b:parallelGateway +gateway
      b:eventBasedGateway +gateway instantiate eventGatewayType
      b:startEvent +event isInterrupting c:initiator c:formKey c:formRef c:formRefBinding c:formRefVersion
      b:endEvent +event
      b:intermediateThrowEvent +event
      b:intermediateCatchEvent +event parallelMultiple
      b:boundaryEvent +event attachedToRef cancelActivity parallelMultiple
      b:sequenceFlow sourceRef targetRef
      b:conditionExpression xsi:type
      b:timerEventDefinition
      b:timeDate xsi:type
      b:timeDuration xsi:type
      b:timeCycle xsi:type
      b:messageEventDefinition messageRef c:type c:topic c:taskPriority c:delegateExpression
      b:signalEventDefinition signalRef c:async
      b:errorEventDefinition errorRef c:errorCodeVariable c:errorMessageVariable
      b:escalationEventDefinition escalationRef c:escalationCodeVariable
      b:compensateEventDefinition activityRef waitForCompletion
      b:cancelEventDefinition
      b:terminateEventDefinition
      b:linkEventDefinition
      b:conditionalEventDefinition c:variableName c:variableEvents
      b:condition xsi:type
      b:multiInstanceLoopCharacteristics isSequential c:collection c:elementVariable c:asyncBefore c:asyncAfter c:exclusive
      b:loopCardinality xsi:type
      b:completionCondition xsi:type
      c:inputOutput
      c:inputParameter
      c:outputParameter
      c:list
      c:map
      c:entry key
      c:value
      c:in source sourceExpression target variables businessKey local
      c:out source sourceExpression target variables local
      c:failedJobRetryTimeCycle
      c:executionListener event delegateExpression
      c:taskListener event delegateExpression
      c:properties
      c:property value
      di:BPMNDiagram documentation resolution
      di:BPMNPlane bpmnElement
      di:BPMNShape bpmnElement isHorizontal isExpanded isMarkerVisible isMessageVisible choreographyActivityShape participantBandKind +colour
      di:BPMNEdge bpmnElement sourceElement targetElement messageVisibleKind +colour
      di:BPMNLabel labelStyle +colour
      di:BPMNLabelStyle
      dc:Bounds x y width height
      dc:Font size isBold isItalic isUnderline isStrikeThrough
      odi:waypoint x y
      """),
  DMN(
      Vocabulary.DMN_SPACE,
      "id name label",
      """
      d:definitions cd:diagramRelationId namespace expressionLanguage typeLanguage exporter exporterVersion m:executionPlatform m:executionPlatformVersion xsi:schemaLocation
      d:description
      d:extensionElements
      d:decision cd:historyTimeToLive cd:versionTag
      d:question
      d:allowedAnswers
      d:variable typeRef
      d:decisionTable hitPolicy aggregation preferredOrientation outputLabel w:annotationsWidth
      d:input cd:inputVariable w:width
      d:inputExpression typeRef expressionLanguage
      d:inputValues expressionLanguage w:width
      d:output typeRef w:width
      d:outputValues expressionLanguage
      d:rule
      d:inputEntry expressionLanguage
      d:outputEntry expressionLanguage
      d:literalExpression typeRef expressionLanguage
      d:text
      d:inputData
      d:knowledgeSource locationURI
      d:type
      d:informationRequirement
      d:authorityRequirement
      d:requiredDecision href
      d:requiredInput href
      d:requiredAuthority href
      d:textAnnotation textFormat
      d:association associationDirection
      d:sourceRef href
      d:targetRef href
      ddi:DMNDI
      ddi:DMNDiagram
      ddi:DMNShape dmnElementRef isCollapsed
      ddi:DMNEdge dmnElementRef
      ddi:DMNLabel
      ddi:Size width height
      ddc:Bounds x y width height
      ddc:Dimension width height
      odd:waypoint x y
      """);

  static final String BPMN_SPACE = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  static final String DMN_SPACE = "https://www.omg.org/spec/DMN/20191111/MODEL/";

  private static final Map<String, String> SPACES =
      Map.ofEntries(
          Map.entry("b", BPMN_SPACE),
          Map.entry("c", "http://camunda.org/schema/1.0/bpmn"),
          Map.entry("m", "http://camunda.org/schema/modeler/1.0"),
          Map.entry("xsi", "http://www.w3.org/2001/XMLSchema-instance"),
          Map.entry("di", "http://www.omg.org/spec/BPMN/20100524/DI"),
          Map.entry("dc", "http://www.omg.org/spec/DD/20100524/DC"),
          Map.entry("odi", "http://www.omg.org/spec/DD/20100524/DI"),
          Map.entry("bioc", "http://bpmn.io/schema/bpmn/biocolor/1.0"),
          Map.entry("color", "http://www.omg.org/spec/BPMN/non-normative/color/1.0"),
          Map.entry("d", DMN_SPACE),
          Map.entry("cd", "http://camunda.org/schema/1.0/dmn"),
          Map.entry("w", "http://bpmn.io/schema/dmn/biodi/2.0"),
          Map.entry("ddi", "https://www.omg.org/spec/DMN/20191111/DMNDI/"),
          Map.entry("ddc", "http://www.omg.org/spec/DMN/20180521/DC/"),
          Map.entry("odd", "http://www.omg.org/spec/DMN/20180521/DI/"));
  private static final String TEMPLATE =
      "c:modelerTemplate c:modelerTemplateVersion c:modelerTemplateIcon";
  private static final String ASYNC =
      " c:asyncBefore c:asyncAfter c:exclusive c:async c:jobPriority ";
  private static final Map<String, String> BUNDLES =
      Map.of(
          "+template",
          TEMPLATE,
          "+activity",
          TEMPLATE + ASYNC + "isForCompensation startQuantity completionQuantity default",
          "+work",
          "c:delegateExpression c:resultVariable c:type c:topic c:taskPriority",
          "+gateway",
          TEMPLATE + ASYNC + "gatewayDirection default",
          "+event",
          TEMPLATE + ASYNC,
          "+colour",
          "bioc:stroke bioc:fill color:background-color color:border-color color:color");

  private final String space;
  private final String everywhere;
  private final String lines;

  Vocabulary(String space, String everywhere, String lines) {
    this.space = space;
    this.everywhere = everywhere;
    this.lines = lines;
  }

  private static String full(String word) {
    int colon = word.indexOf(':');
    return colon < 0 ? word : name(SPACES.get(word.substring(0, colon)), word.substring(colon + 1));
  }

  private static Stream<String> spelled(String word) {
    return word.startsWith("+")
        ? Arrays.stream(BUNDLES.get(word).strip().split(" +", -1)).map(Vocabulary::full)
        : Stream.of(full(word));
  }

  private static final Map<Vocabulary, Map<String, Set<String>>> WHOLE =
      Arrays.stream(values()).collect(Collectors.toMap(one -> one, Vocabulary::elements));

  private Map<String, Set<String>> elements() {
    Map<String, Set<String>> elements = new HashMap<>();
    for (String line : lines.strip().lines().toList()) {
      List<String> words = List.of(line.strip().split(" ", -1));
      elements.put(
          full(words.get(0)),
          Stream.concat(Arrays.stream(everywhere.split(" ", -1)), words.stream().skip(1))
              .flatMap(Vocabulary::spelled)
              .collect(Collectors.toUnmodifiableSet()));
    }
    return elements;
  }

  /** Namespace and local name in one word; without a namespace the local name alone. */
  static String name(String space, String local) {
    return space == null || space.isEmpty() ? local : "{" + space + "}" + local;
  }

  /** The name that the file's outermost element must have. */
  String root() {
    return name(space, "definitions");
  }

  /** The attributes that this element may carry; null when the element itself is not allowed. */
  Set<String> attributes(String element) {
    return WHOLE.get(this).get(element);
  }
}

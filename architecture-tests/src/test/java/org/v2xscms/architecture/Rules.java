package org.v2xscms.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The rules of the module map (ARCHITECTURE.md) and of names. */
final class Rules {
    static final String ROOT = "org.v2xscms.";

    /** The packages of the authorities: each runs, stores and is attacked on its own. */
    static final List<String> AUTHORITIES = List.of("rootca", "eca", "ra", "la", "pca", "ma");

    /** The parts ({@code org.v2xscms.PART}) from the lowest layer up, as ARCHITECTURE.md draws them. */
    static final List<List<String>> LAYERS = List.of(
            List.of("codec"),
            List.of("crypto", "verify"),
            List.of("hsm", "messages", "application"),
            List.of("kernel"),
            Stream.concat(AUTHORITIES.stream(), Stream.of("obu")).toList(),
            List.of("cli"));

    /** The codec may use the platform and JSpecify's annotations, nothing else: anyone can embed it. */
    static final ArchRule CODEC_STANDS_ALONE = noClasses()
            .that()
            .resideInAPackage(ROOT + "codec..")
            .should()
            .dependOnClassesThat(not(resideInAnyPackage(
                            ROOT + "codec..",
                            "java.lang..",
                            "java.io..",
                            "java.math..",
                            "java.net..",
                            "java.nio..",
                            "java.security..",
                            "java.text..",
                            "java.time..",
                            "java.util..",
                            "javax.crypto..",
                            "javax.security..",
                            "org.jspecify.annotations.."))
                    .and(not(primitiveOrArray())));

    /** Algorithms know bytes and Bouncy Castle, no I/O framework and no authority. */
    static final ArchRule CRYPTO_USES_CODEC_AND_BOUNCY_CASTLE = noClasses()
            .that()
            .resideInAPackage(ROOT + "crypto..")
            .should()
            .dependOnClassesThat(not(resideInAnyPackage(
                            ROOT + "crypto..",
                            ROOT + "codec..",
                            "org.bouncycastle..",
                            "java..",
                            "javax.crypto..",
                            "javax.security..",
                            "org.jspecify.annotations.."))
                    .and(not(primitiveOrArray())));

    /** What devices and other programs embed carries no application framework. */
    static final ArchRule LIBRARIES_HAVE_NO_SPRING = noClasses()
            .that()
            .resideInAnyPackage(
                    ROOT + "codec..",
                    ROOT + "crypto..",
                    ROOT + "hsm..",
                    ROOT + "verify..",
                    ROOT + "application..",
                    ROOT + "obu..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta..", "org.hibernate..");

    /** JUnit 5 and this annotation do not go together: see docs/adr/0002. */
    static final ArchRule TESTS_START_THE_REAL_APPLICATION = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.springframework.boot.test.context.SpringBootTest")
            .allowEmptyShould(true);

    /** A name says what a thing is. */
    static final ArchRule NAMES_SAY_SOMETHING = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager");

    /** Null is written down everywhere. */
    static final ArchRule PACKAGES_ARE_NULL_MARKED = classes()
            .should(new ArchCondition<>("be in a @NullMarked package") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                    events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " is not @NullMarked"));
                }
            });

    private Rules() {}

    /** One rule per part below the highest layer: it depends on no part of the layers above. */
    static List<ArchRule> nothingDependsUpwards() {
        List<ArchRule> rules = new ArrayList<>();
        for (int layer = 0; layer < LAYERS.size() - 1; layer++) {
            String[] above = LAYERS.subList(layer + 1, LAYERS.size()).stream()
                    .flatMap(List::stream)
                    .map(Rules::packagesOf)
                    .toArray(String[]::new);
            LAYERS.get(layer).forEach(part -> rules.add(standsApart(packagesOf(part), above)));
        }
        return rules;
    }

    /** One rule per authority: it depends on no other authority and on no device. */
    static List<ArchRule> authoritiesStandApart() {
        List<ArchRule> rules = new ArrayList<>();
        for (String authority : AUTHORITIES) {
            rules.add(standsApart(packagesOf(authority), packagesOfOthers(authority)));
        }
        return rules;
    }

    /** A rule that classes of one package depend on none of the others. */
    static ArchRule standsApart(String own, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(own)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .allowEmptyShould(true);
    }

    private static String packagesOf(String part) {
        return ROOT + part + "..";
    }

    private static String[] packagesOfOthers(String authority) {
        return Stream.concat(Stream.of("obu"), AUTHORITIES.stream().filter(other -> !other.equals(authority)))
                .map(Rules::packagesOf)
                .toArray(String[]::new);
    }

    private static DescribedPredicate<JavaClass> primitiveOrArray() {
        return DescribedPredicate.describe("primitive or array", type -> type.isPrimitive() || type.isArray());
    }
}

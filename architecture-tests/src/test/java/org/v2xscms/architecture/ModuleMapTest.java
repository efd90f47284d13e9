package org.v2xscms.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModuleMapTest {
    private static final JavaClasses CODE = new ClassFileImporter().importPaths(Checkout.classDirectories("classes"));

    private static final JavaClasses TESTS =
            new ClassFileImporter().importPaths(Checkout.classDirectories("test-classes"));

    private static final JavaClasses PLANTED =
            new ClassFileImporter().importPackages("org.v2xscms.architecture.planted");

    static Stream<ArchRule> rules() {
        return Stream.of(
                        List.of(
                                Rules.CODEC_STANDS_ALONE,
                                Rules.CRYPTO_USES_CODEC_AND_BOUNCY_CASTLE,
                                Rules.LIBRARIES_HAVE_NO_SPRING,
                                Rules.NAMES_SAY_SOMETHING,
                                Rules.PACKAGES_ARE_NULL_MARKED),
                        Rules.nothingDependsUpwards(),
                        Rules.authoritiesStandApart())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void codeFollows(ArchRule rule) {
        rule.check(CODE);
    }

    @Test
    void everyPartHasALayer() {
        Set<String> layered = Rules.LAYERS.stream().flatMap(List::stream).collect(Collectors.toSet());
        Set<String> unplaced = CODE.stream()
                .map(type ->
                        type.getPackageName().substring(Rules.ROOT.length()).replaceFirst("\\..*", ""))
                .filter(part -> !layered.contains(part))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unplaced, "say in Rules.LAYERS and ARCHITECTURE.md where it belongs");
    }

    @Test
    void testsStartTheRealApplication() {
        Rules.TESTS_START_THE_REAL_APPLICATION.check(TESTS);
    }

    @Test
    void everyModuleOfTheReactorWasBuiltBeforeThisOne() {
        assertEquals(
                List.of(),
                Checkout.modulesWithMainCode().stream()
                        .filter(module -> !Files.isDirectory(Checkout.root().resolve(module, "target", "classes")))
                        .toList(),
                "architecture-tests must stand last in the reactor");
    }

    @Test
    void vagueNameIsRefused() {
        assertThrows(AssertionError.class, () -> Rules.NAMES_SAY_SOMETHING.check(PLANTED));
    }

    @Test
    void packageWithoutNullMarkedIsRefused() {
        AssertionError refusal =
                assertThrows(AssertionError.class, () -> Rules.PACKAGES_ARE_NULL_MARKED.check(PLANTED));
        assertEquals(
                List.of("org.v2xscms.architecture.planted.unmarked is not @NullMarked"),
                Objects.requireNonNull(refusal.getMessage()).lines().skip(1).toList());
    }

    @Test
    void dependencyBetweenPackagesThatStandApartIsRefused() {
        ArchRule rule = Rules.standsApart("org.v2xscms.architecture.planted", "org.v2xscms.codec");
        assertThrows(AssertionError.class, () -> rule.check(PLANTED));
    }
}

package fr.aisneneo.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import fr.aisneneo.architecture.Library.Kind;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The rules of the house that no compiler keeps: who may know whom, and what a library never does. A rule that fails
 * here is either broken by new code or out of date; both are settled by a change, never by an exception for one class.
 */
class DependencyRulesTest {
    private static final List<Library> LIBRARIES = Library.all();
    private static final JavaClasses LIBRARY_CLASSES = new ClassFileImporter()
            .importLocations(LIBRARIES.stream().map(Library::location).toList());
    private static final JavaClasses EXAMPLE_CLASSES = new ClassFileImporter().importPaths(Library.examples());
    private static final Map<String, Set<Library>> OWNERS = owners();

    @Test
    void everyLibraryOfTheRepositoryIsUnderTheseRules() {
        assertThat(LIBRARIES.stream().map(Library::root))
                .as("libraries on the class path of this module; add a test dependency for a new one")
                .containsExactlyInAnyOrderElementsOf(Library.rootsInRepository());
    }

    @Test
    void noPackageIsSplitBetweenTwoLibraries() {
        assertThat(OWNERS.entrySet().stream()
                        .filter(entry -> entry.getValue().size() > 1)
                        .map(entry -> entry.getKey() + " is in "
                                + entry.getValue().stream()
                                        .map(Library::name)
                                        .sorted()
                                        .toList()))
                .isEmpty();
    }

    @Test
    void dependenciesPointFromExamplesToPluginsToDomainsToTheCore() {
        assertThat(dependenciesBetweenLibraries()
                        .filter(uses -> !mayKnow(uses.from(), uses.to()))
                        .map(Uses::text))
                .isEmpty();
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("fr.aisneneo.example..")
                .because("an example stands on the libraries, never the other way round")
                .check(LIBRARY_CLASSES);
    }

    @Test
    void nobodyUsesTheInternalsOfAnotherModule() {
        Stream<String> byLibraries = dependenciesBetweenLibraries()
                .filter(uses -> !uses.to()
                        .exportsTo(uses.target().getPackageName(), uses.from().name()))
                .map(Uses::text);
        Stream<String> byExamples = EXAMPLE_CLASSES.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> homeOf(dependency.getTargetClass()) != null
                        && !homeOf(dependency.getTargetClass())
                                .exports(dependency.getTargetClass().getPackageName()))
                .map(dependency -> dependency.getDescription());
        assertThat(Stream.concat(byLibraries, byExamples)).isEmpty();
    }

    @Test
    void aServiceInterfaceSeesNoInternals() {
        noClasses()
                .that()
                .resideInAPackage("..spi..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..internal..")
                .because("an SPI is a promise to people who cannot see our internals")
                .allowEmptyShould(true)
                .check(LIBRARY_CLASSES);
    }

    @Test
    void thePackagesOfAModuleHaveNoCycles() {
        for (Library library : LIBRARIES) {
            slices().assignedFrom(eachPackage())
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(true)
                    .check(classesOf(library::equals));
        }
    }

    @Test
    void librariesLogThroughSlf4jOnlyAndPrintNothing() {
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(LIBRARY_CLASSES);
        // The contract tests talk to the child processes that they kill through standard streams; a program to its
        // caller.
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(classesOf(library -> library.kind() != Kind.CONTRACT_TESTS)
                .that(describe(
                        "are no programs",
                        type -> type.tryGetMethod("main", String[].class).isEmpty())));
    }

    @Test
    void librariesTakeNeitherClockNorZoneNorLocaleFromTheMachine() {
        noClasses()
                .should()
                .accessTargetWhere(target(takenFromTheMachine()))
                .because("clock, zone and locale are given by the application, through Neo")
                .check(LIBRARY_CLASSES);
    }

    @Test
    void onlyStorageEnginesSpeakSql() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .because("a domain persists through Storage; SQL is an engine's business")
                .check(classesOf(library ->
                        library.kind() != Kind.PLUGIN || !library.domain().equals("neo-sdk-core")));
    }

    @Test
    void aPublicTypeIsARecordAnInterfaceSealedFinalAbstractAnEnumOrAnException() {
        classes()
                .that(describe("are public in an exported package", DependencyRulesTest::isExported))
                .should(new ClosedForm())
                .check(LIBRARY_CLASSES);
    }

    @Test
    void aLibraryProvidesOnTheModulePathWhatItProvidesOnTheClassPath() {
        for (Library library : LIBRARIES) {
            assertThat(library.servicesOfTheClassPath())
                    .as("META-INF/services of %s", library.name())
                    .isEqualTo(library.servicesOfTheModulePath());
        }
    }

    private record Uses(Library from, Library to, JavaClass target, String text) {}

    private static Stream<Uses> dependenciesBetweenLibraries() {
        return LIBRARY_CLASSES.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> homeOf(dependency.getTargetClass()) != null)
                .map(dependency -> new Uses(
                        homeOf(dependency.getOriginClass()),
                        homeOf(dependency.getTargetClass()),
                        dependency.getTargetClass().getBaseComponentType(),
                        dependency.getDescription()))
                .filter(uses -> !uses.from().equals(uses.to()));
    }

    private static boolean mayKnow(Library from, Library to) {
        boolean toTheCore = to.kind() == Kind.CORE;
        boolean toItsDomain = to.kind() == Kind.DOMAIN && to.domain().equals(from.domain());
        return switch (from.kind()) {
            // Its parts stand on each other; Maven keeps that one-way.
            case CORE -> toTheCore;
            // The one exception among domains: a remote consultation is a booked slot with instruments.
            case DOMAIN ->
                toTheCore
                        || (from.domain().equals("neo-sdk-telehealth")
                                && Set.of("neo-sdk-booking", "neo-sdk-sensors").contains(to.domain())
                                && to.kind() == Kind.DOMAIN);
            case PLUGIN -> toTheCore || toItsDomain;
            case CONTRACT_TESTS -> toTheCore || toItsDomain || to.kind() == Kind.CONTRACT_TESTS;
        };
    }

    private static boolean isExported(JavaClass type) {
        JavaClass outer = type;
        while (outer.getEnclosingClass().isPresent()) {
            if (!outer.getModifiers().contains(JavaModifier.PUBLIC)) {
                return false;
            }
            outer = outer.getEnclosingClass().get();
        }
        return outer.getModifiers().contains(JavaModifier.PUBLIC)
                && homeOf(type) != null
                && homeOf(type).exports(type.getPackageName());
    }

    private static DescribedPredicate<AccessTarget> takenFromTheMachine() {
        Set<Class<?>> zoned = Set.of(ZoneId.class, TimeZone.class, Locale.class, Clock.class);
        return describe("the machine's clock, zone or locale", target -> {
            JavaClass owner = target.getOwner();
            String name = target.getName();
            if (owner.getPackageName().equals("java.time") && name.equals("now")) {
                return true;
            }
            if (zoned.stream().anyMatch(owner::isEquivalentTo)) {
                return Set.of("systemDefault", "systemDefaultZone", "getDefault")
                        .contains(name);
            }
            boolean wallClock = owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis");
            boolean oldDate = owner.isEquivalentTo(Date.class) && name.equals("<init>");
            boolean oldCalendar = owner.isEquivalentTo(Calendar.class) && name.equals("getInstance");
            return wallClock || oldDate || oldCalendar;
        });
    }

    private static SliceAssignment eachPackage() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return SliceIdentifier.of(type.getPackageName());
            }

            @Override
            public String getDescription() {
                return "each package";
            }
        };
    }

    private static JavaClasses classesOf(Predicate<Library> libraries) {
        return LIBRARY_CLASSES.that(describe("are in a library under this rule", type -> libraries.test(homeOf(type))));
    }

    private static Map<String, Set<Library>> owners() {
        Map<String, Set<Library>> owners = new TreeMap<>();
        LIBRARIES.forEach(library -> library.packages()
                .forEach(name ->
                        owners.computeIfAbsent(name, unknown -> new HashSet<>()).add(library)));
        return owners;
    }

    /** The library that a type is from, or null for a type that is none of ours. */
    private static Library homeOf(JavaClass type) {
        return OWNERS.getOrDefault(type.getBaseComponentType().getPackageName(), Set.of()).stream()
                .findFirst()
                .orElse(null);
    }
}

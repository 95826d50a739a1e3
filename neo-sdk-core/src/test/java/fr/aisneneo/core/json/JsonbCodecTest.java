package fr.aisneneo.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aisneneo.core.money.Quantity;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.spi.JsonbProvider;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which provider is found, by whom, and what is said when there is none. */
class JsonbCodecTest {
    private static final String JSON = "{\"unit\":\"kW.h\",\"value\":\"10.50\"}";

    @Test
    void withoutAProviderTheDependencyToAddIsNamed() {
        Installation none = Installation.onClassPath(Stream.of(Installation.JSONB, Installation.JSPECIFY));

        assertThatThrownBy(none::roundTrip)
                .hasToString(
                        "fr.aisneneo.core.error.PluginException: [json.no_provider] No JSON-B provider was found. Add"
                                + " the dependency org.eclipse:yasson (it brings Parsson), or give the builder a Codec of your own.");
    }

    @Test
    void aProviderWithoutItsJsonParserIsNoProvider() {
        for (Stream<String> jars : List.of(
                Stream.of(Installation.JSONB, Installation.YASSON),
                Stream.of(Installation.JSONB, Installation.YASSON, Installation.JSONP))) {
            assertThatThrownBy(Installation.onClassPath(jars)::roundTrip)
                    .hasMessageContaining("[json.no_provider]")
                    .hasMessageContaining("org.eclipse:yasson");
        }
    }

    @Test
    void yassonIsFoundOnTheClassPath() throws Throwable {
        assertThat(Installation.onClassPath(yasson()).roundTrip()).isEqualTo(JSON);
    }

    @Test
    void johnzonIsFoundOnTheClassPathWithItsOwnJsonParser() throws Throwable {
        Stream<String> jars =
                Stream.concat(Stream.of(Installation.JSONB, Installation.JSONP), Installation.JOHNZON.stream());

        assertThat(Installation.onClassPath(jars).roundTrip()).isEqualTo(JSON);
    }

    @Test
    void yassonIsFoundOnTheModulePath() throws Throwable {
        Stream<String> others = Stream.of("org.slf4j.Logger", "com.github.benmanes.caffeine.cache.Cache");
        Installation modules = Installation.onModulePath(
                Stream.concat(Stream.concat(yasson(), others), Stream.of(Installation.JSPECIFY)));

        assertThat(modules.type(JsonbCodec.class.getName()).getModule().getName())
                .isEqualTo("fr.aisneneo.core");
        assertThat(modules.type(Installation.YASSON).getModule().isNamed()).isTrue();
        assertThat(modules.roundTrip()).isEqualTo(JSON);
        assertThatThrownBy(() -> modules.read("{\"unit\":\"m\"}".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("[input.required] The field value");
    }

    @Test
    void aProviderThatOnlyTheCallerSeesIsFoundThroughItsContextLoader() throws Throwable {
        Installation server = Installation.onClassPath(Stream.of(Installation.JSONB, Installation.JSONP));
        Installation application = server.within(Stream.of(Installation.YASSON, Installation.PARSSON));
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            thread.setContextClassLoader(application.loader());
            assertThat(application.roundTrip()).isEqualTo(JSON);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void theContextLoaderOfTheCallingThreadPlaysNoPart() throws Throwable {
        Installation installed = Installation.onClassPath(yasson());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader blind = new URLClassLoader(new URL[0], null);
        try {
            thread.setContextClassLoader(blind);
            assertThat(installed.roundTrip()).isEqualTo(JSON);
            assertThat(thread.getContextClassLoader()).isSameAs(blind);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void plainValuesNeedNoProvider() {
        Codec codec = JsonbCodec.on(new JsonbProvider() {
            @Override
            public JsonbBuilder create() {
                throw new AssertionError("no provider is needed");
            }
        });

        byte[] json = codec.encode(Map.of("a", 1, "b", List.of("é")));

        assertThat(new String(json, StandardCharsets.UTF_8)).isEqualTo("{\"a\":1,\"b\":[\"é\"]}");
        assertThat(codec.decode(json, Map.class).get("b")).isEqualTo(List.of("é"));
    }

    @Test
    void manyThreadsMayUseOneCodecFromItsFirstMoment() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 10; round++) {
                Codec codec = JsonbCodec.standard();
                List<Callable<Quantity>> calls = new ArrayList<>();
                for (int i = 0; i < 32; i++) {
                    Quantity quantity = Quantity.of(Integer.toString(i), "m");
                    calls.add(() -> codec.decode(codec.encode(quantity), Quantity.class));
                }
                List<Future<Quantity>> results = threads.invokeAll(calls);
                for (int i = 0; i < results.size(); i++) {
                    assertThat(results.get(i).get()).isEqualTo(Quantity.of(Integer.toString(i), "m"));
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Stream<String> yasson() {
        return Stream.of(Installation.JSONB, Installation.JSONP, Installation.YASSON, Installation.PARSSON);
    }
}

package fr.aisneneo.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import java.lang.reflect.Parameter;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A record whose constructor has forgotten the types of its parameters: javac from 21 on compiles a compact constructor
 * so, unless it is given {@code -parameters}. Yasson would put text into the list of dates and say nothing.
 */
@ParameterizedClass
@ValueSource(strings = {EveryProvider.YASSON, EveryProvider.JOHNZON})
class ForgottenTypesTest extends EveryProvider {
    /**
     * What javac 25 makes of {@code package guest; public record Basket(java.util.List<java.time.LocalDate> days) {
     * public Basket {} }} with {@code -g:none --release 17}.
     */
    private static final byte[] BASKET = Base64.getMimeDecoder().decode("""
                    yv66vgAAAD0ANQoAAgADBwAEDAAFAAYBABBqYXZhL2xhbmcvUmVjb3JkAQAGPGluaXQ+AQADKClWCQAIAAkHAAoMAAsADAEA
                    DGd1ZXN0L0Jhc2tldAEABGRheXMBABBMamF2YS91dGlsL0xpc3Q7EgAAAA4MAA8AEAEACHRvU3RyaW5nAQAiKExndWVzdC9C
                    YXNrZXQ7KUxqYXZhL2xhbmcvU3RyaW5nOxIAAAASDAATABQBAAhoYXNoQ29kZQEAEShMZ3Vlc3QvQmFza2V0OylJEgAAABYM
                    ABcAGAEABmVxdWFscwEAIyhMZ3Vlc3QvQmFza2V0O0xqYXZhL2xhbmcvT2JqZWN0OylaAQAJU2lnbmF0dXJlAQAnTGphdmEv
                    dXRpbC9MaXN0PExqYXZhL3RpbWUvTG9jYWxEYXRlOz47AQATKExqYXZhL3V0aWwvTGlzdDspVgEABENvZGUBABBNZXRob2RQ
                    YXJhbWV0ZXJzAQAqKExqYXZhL3V0aWwvTGlzdDxMamF2YS90aW1lL0xvY2FsRGF0ZTs+OylWAQAUKClMamF2YS9sYW5nL1N0
                    cmluZzsBAAMoKUkBABUoTGphdmEvbGFuZy9PYmplY3Q7KVoBABIoKUxqYXZhL3V0aWwvTGlzdDsBACkoKUxqYXZhL3V0aWwv
                    TGlzdDxMamF2YS90aW1lL0xvY2FsRGF0ZTs+OwEABlJlY29yZAEAEEJvb3RzdHJhcE1ldGhvZHMIAAsPAQAHDwYAKQoAKgAr
                    BwAsDAAtAC4BAB9qYXZhL2xhbmcvcnVudGltZS9PYmplY3RNZXRob2RzAQAJYm9vdHN0cmFwAQCxKExqYXZhL2xhbmcvaW52
                    b2tlL01ldGhvZEhhbmRsZXMkTG9va3VwO0xqYXZhL2xhbmcvU3RyaW5nO0xqYXZhL2xhbmcvaW52b2tlL1R5cGVEZXNjcmlw
                    dG9yO0xqYXZhL2xhbmcvQ2xhc3M7TGphdmEvbGFuZy9TdHJpbmc7W0xqYXZhL2xhbmcvaW52b2tlL01ldGhvZEhhbmRsZTsp
                    TGphdmEvbGFuZy9PYmplY3Q7AQAMSW5uZXJDbGFzc2VzBwAxAQAlamF2YS9sYW5nL2ludm9rZS9NZXRob2RIYW5kbGVzJExv
                    b2t1cAcAMwEAHmphdmEvbGFuZy9pbnZva2UvTWV0aG9kSGFuZGxlcwEABkxvb2t1cAAxAAgAAgAAAAEAEgALAAwAAQAZAAAA
                    AgAaAAUAAQAFABsAAwAcAAAAFgACAAIAAAAKKrcAASortQAHsQAAAAAAHQAAAAUBAAuAAAAZAAAAAgAeABEADwAfAAEAHAAA
                    ABMAAQABAAAAByq6AA0AALAAAAAAABEAEwAgAAEAHAAAABMAAQABAAAAByq6ABEAAKwAAAAAABEAFwAhAAEAHAAAABQAAgAC
                    AAAACCorugAVAACsAAAAAAABAAsAIgACABwAAAARAAEAAQAAAAUqtAAHsAAAAAAAGQAAAAIAIwADACQAAAAQAAEACwAMAAEA
                    GQAAAAIAGgAlAAAADAABACgAAwAIACYAJwAvAAAACgABADAAMgA0ABk=
                    """);

    ForgottenTypesTest(String provider) {
        super(provider);
    }

    /** The newest JDKs find the types all the same; then the list holds dates. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"days\":[]}", "{\"days\":[\"2026-11-25\"]}"})
    void aRecordThatForgotItsTypesIsReadRightOrRefusedWithWhatToDo(String json) throws ReflectiveOperationException {
        Class<?> basket = new Guests().loadClass("guest.Basket");
        if (typesAreForgotten(basket)) {
            InvalidInputException refusal = refusalOf(json, basket);
            assertThat(refusal.code()).isEqualTo(CoreError.JSON_TYPE_UNSUPPORTED.code());
            assertThat(refusal.getMessage()).contains("guest.Basket").contains("-parameters");
        } else {
            Object read = codec.decode(json(json), basket);
            assertThat((List<?>) basket.getMethod("days").invoke(read)).hasOnlyElementsOfType(LocalDate.class);
        }
    }

    private static boolean typesAreForgotten(Class<?> record) {
        Parameter parameter = record.getConstructors()[0].getParameters()[0];
        return !parameter.getParameterizedType().equals(record.getRecordComponents()[0].getGenericType());
    }

    private static final class Guests extends ClassLoader {
        Guests() {
            super(ForgottenTypesTest.class.getClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (!name.equals("guest.Basket")) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, BASKET, 0, BASKET.length);
        }
    }
}

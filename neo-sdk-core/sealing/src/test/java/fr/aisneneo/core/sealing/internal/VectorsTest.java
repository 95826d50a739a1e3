package fr.aisneneo.core.sealing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Published vectors through our own code, so that no parameter is another than we say. */
class VectorsTest {
    private static final HexFormat HEX = HexFormat.of();

    /** McGrew and Viega, "The Galois/Counter Mode of Operation (GCM)", appendix B, test case 16. */
    @Test
    void aes256GcmIsThatOfItsAuthors() {
        AesGcm cipher = new AesGcm(
                HEX.parseHex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"), new Primitives());
        byte[] nonce = HEX.parseHex("cafebabefacedbaddecaf888");
        byte[] associated = HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
        byte[] plain = HEX.parseHex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");
        byte[] sealed = cipher.seal(nonce, plain, associated);
        assertThat(HEX.formatHex(sealed))
                .isEqualTo("cafebabefacedbaddecaf888"
                        + "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                        + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                        + "76fc6ece0f4e1768cddf8853bb2d551b");
        assertThat(cipher.open(sealed, associated))
                .hasValueSatisfying(opened -> assertThat(opened).isEqualTo(plain));
    }

    /** RFC 4231, test cases 2 and 6. */
    @Test
    void hmacSha256IsThatOfTheRfc() {
        byte[] data = "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII);
        assertThat(HEX.formatHex(new KeyedHash("Jefe".getBytes(StandardCharsets.US_ASCII), new Primitives()).of(data)))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        byte[] longKey = new byte[131];
        java.util.Arrays.fill(longKey, (byte) 0xaa);
        byte[] longText = "Test Using Larger Than Block-Size Key - Hash Key First".getBytes(StandardCharsets.US_ASCII);
        assertThat(HEX.formatHex(new KeyedHash(longKey, new Primitives()).of(longText)))
                .isEqualTo("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    }

    @Test
    void noNonceComesTwice() {
        AesGcm cipher = new AesGcm(new byte[32], new Primitives());
        java.util.Set<String> nonces = new java.util.HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            nonces.add(HEX.formatHex(cipher.seal(new byte[0], new byte[0]), 0, AesGcm.NONCE_BYTES));
        }
        assertThat(nonces).hasSize(10_000);
    }
}

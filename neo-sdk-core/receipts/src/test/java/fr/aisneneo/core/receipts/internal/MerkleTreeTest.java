package fr.aisneneo.core.receipts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.receipts.verifier.LogVerifier;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The roots of the reference tests of Certificate Transparency (RFC 6962). */
class MerkleTreeTest {
    private static final List<byte[]> DATA = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(data -> HexFormat.of().parseHex(data))
            .toList();
    private static final List<Hash> LEAVES = DATA.stream().map(Hash::leaf).toList();

    private static Hash node(int level, long index) {
        return level == 0
                ? LEAVES.get((int) index)
                : Hash.node(node(level - 1, 2 * index), node(level - 1, 2 * index + 1));
    }

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void theRootIsThatOfTheReference(int size, String root) {
        byte[] expected = HexFormat.of().parseHex(root);
        assertThat(new MerkleTree(size, MerkleTreeTest::node).root().bytes()).isEqualTo(expected);
        LogVerifier log = new LogVerifier();
        DATA.subList(0, size).forEach(log::add);
        assertThat(log.root()).isEqualTo(expected);
    }
}

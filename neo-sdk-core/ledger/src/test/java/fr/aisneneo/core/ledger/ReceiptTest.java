package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.ANNE;
import static fr.aisneneo.core.ledger.Town.BRUNO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.receipts.LogSigner;
import fr.aisneneo.core.receipts.Receipt;
import fr.aisneneo.core.receipts.Receipts;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReceiptTest {
    @RegisterExtension
    private final Town town = new Town();

    @Test
    void whoPaidGetsAReceiptThatNamesTheTransferAndCommitsToIt() {
        Receipts receipts = Receipts.of(town.neo, LogSigner.generate("laon.example/neo"));
        AccountId anne = town.member(ANNE, 100);
        AccountId bruno = town.member(BRUNO);
        TransferResult paid = town.ledger.transfer(ANNE, town.pay(anne, bruno, 60));
        UUID event = paid.transfer().event();
        Receipt receipt = receipts.receipt(ANNE, event);
        assertThat(receipt.event()).contains(paid.id().text()).contains("root");
        assertThat(catchThrowableOfType(NotFoundException.class, () -> receipts.receipt(BRUNO, event)))
                .as("the payee has the transfer, the receipt is the payer's")
                .isNotNull();
        assertThat(town.ledger
                        .transfer(ANNE, town.pay(anne, bruno, 40))
                        .transfer()
                        .event())
                .isNotEqualTo(event);
    }
}

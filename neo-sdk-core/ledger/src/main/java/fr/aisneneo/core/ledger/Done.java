package fr.aisneneo.core.ledger;

import fr.aisneneo.core.ledger.internal.rules.Verdict;
import fr.aisneneo.core.party.PartyId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What became of a command.
 *
 * @param verdicts one for each request
 * @param told what the journal was told
 * @param owners whose the accounts are that the verdicts are about
 */
record Done(List<Verdict> verdicts, Told told, Map<UUID, Optional<PartyId>> owners) {}

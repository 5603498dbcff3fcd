/** What the reference says of a kind of model beyond its table: how it judges itself, and what to beware of. */

/** By kind; kinds that need no more words have none. */
export const MODEL_NOTES: Readonly<Record<string, string>> = {
  cost: `Reads \`costs:\` of \`tessera.yaml\` (see [the catalogue](catalogue.md)), as the report \`cost-to-serve\` does; a change there makes the model due.
Pools are told by the month and charged for the days looked at. What is not used of a capacity is idle and charged to nobody.`,
  points: `Reads \`points:\` of \`tessera.yaml\`. Accounts are exact: first in, first out, each day of lapse by the programme's calendar; points taken back
and spendings of more than is held included. The report \`rewards\` names those meant by these scores once they were written.`,
  affinity: `The next category and the next product are those that most of the customers who have one of yours also have, shrunk to the base; products
are the \`products\` that most customers bought. A product keeps its number from run to run: the table of the run says which is which.`,
  cluster: `Four judges look at each number of clusters: silhouette, gap statistic, prediction strength and bootstrap stability. Where none of the numbers
beats data without groups, or the groups do not come back in another sample, the run says so, is \`not-identified\` and writes nothing; \`k\` gets
a cut all the same, with what speaks against it. Measures are made comparable by their shape (logarithms where a few values are large),
and what was done is on record. Clusters are found on a sample; everybody is then placed by the store. Numbers stay from run to run while most of a
cluster's customers do. Each cluster comes with a definition in the segment language, and with how faithful it is, counted over everybody:
of those it takes in the share that are of the cluster, and the reverse. Below an agreement of .6 the score is proposed in its stead.`,
  propensity: `The outcome is asked \`horizon\` days after each of several past instants; features are what was known at the instant and nothing later. The oldest
instants teach, the next tunes and calibrates, the latest judges; with history for one instant only, chance parts the rows, and the run says so. A
logistic regression stays unless boosted trees are surely better where it was judged. A feature that tells the answer almost by itself is
named and left out until it is \`confirmed\`; a window of the outcome that reaches back beyond the start is named. A model that is not surely better than
chance writes nothing. Gender, age, income and language, and sensitive attributes, are not learned from; the top tenth is compared by them
afterwards, with intervals, by the four-fifths rule.`,
  lookalike: `Measures and traits that the segment's definition looks at are left out, because they would only tell the definition back; what remains is
resemblance beyond it. The score ranks; it is no probability of behaving like the members. With fewer than fifty customers on either side, or
where members have nothing in common beyond the definition, nothing is written. The proposed segment is audited by protected attributes as a propensity is.`,
  scale: `A score is the mean of the answers, with reversed items turned; who answered too few has none, and loses the one they had. Cronbach's alpha comes with
its interval, each item with its correlation with the others and the alpha without it. An item that runs against the others is named and never
turned in silence. Dimensions are counted by parallel analysis; the Kaiser-Meyer-Olkin measure warns where factors mean little. Below an alpha of .6
the score is not proposed for segments.`,
  latent: `Classes are fitted on the patterns of answers, from thirty starts, and chosen by BIC; one class means that the answers show no kinds, and nothing is
written. Shares and answers have intervals. A fit whose parameters the answers cannot tell is \`not-identified\`.`,
}

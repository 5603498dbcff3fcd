# R's glm on features as numbers and factors.
told <- commandArgs(TRUE)
folder <- told[1]; features <- as.integer(told[2]); runs <- as.integer(told[3])
categories <- as.integer(strsplit(told[4], ",")[[1]]) + 1
n <- file.size(file.path(folder, "outcome")) / 8
x <- matrix(readBin(file.path(folder, "features"), "double", n * features), n)
data <- as.data.frame(x)
for (j in categories) data[[j]] <- factor(data[[j]])
data$y <- readBin(file.path(folder, "outcome"), "double", n)
least <- Inf
for (run in seq_len(runs)) {
  took <- system.time(fit <- glm(y ~ ., binomial, data))
  least <- min(least, took[["user.self"]] + took[["sys.self"]])
}
cat(sprintf('{"seconds": %.4f, "figure": %.8f}', least, fit$deviance / 2 / n))
